package dev.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stream costs in memory: far less than what goes in, or comes out. */
class BulkIT {

    private static final int LINES = 200_000;
    private static final int BATCH = 1_000;

    @TempDir
    Path data;

    /** The answers of this stream would fill the heap of the service several times over. */
    @Test
    void answersLinesWithoutEndInASmallHeap() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(data.resolve("db"), "-Xmx192m");
                Socket socket = open(service.at("/v1/diagnoses/bulk"))) {
            // Nobody reads yet: the service has to stop taking lines when it can no longer give answers.
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(socket));
            long answers = 0;
            byte last = 0;
            byte[] buffer = new byte[1 << 16];
            InputStream in = socket.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    // The ends of chunks have a carriage return before them, those of lines have not.
                    if (buffer[i] == '\n' && last == '}') {
                        answers++;
                    }
                    last = buffer[i];
                }
            }
            sent.join();

            assertThat(answers).isEqualTo(LINES);
            assertThat(service.log()).doesNotContain("OutOfMemory");
            assertThat(service.get("/q/health/ready").statusCode()).isEqualTo(200);
        }
    }

    private static Socket open(URI address) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream()
                .write(("POST " + address.getPath() + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n"
                                + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void send(Socket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            for (int from = 0; from < LINES; from += BATCH) {
                StringBuilder lines = new StringBuilder();
                for (int i = from; i < from + BATCH; i++) {
                    lines.append("{\"symptoms\": [{\"id\": \"error.code\", \"value\": \"0x904\"},")
                            .append(" {\"id\": \"host.uptime-days\", \"value\": ")
                            .append(i)
                            .append("}]}\n");
                }
                byte[] chunk = lines.toString().getBytes(StandardCharsets.US_ASCII);
                out.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(chunk);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
