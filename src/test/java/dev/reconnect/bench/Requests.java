package dev.reconnect.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Requests as they go over the wire, one after the other and then from the start again. For one thread. */
final class Requests {

    private final ByteBuf all;
    private final int[] starts;
    private int next;

    /** @param headers whole lines, each ended by CR LF */
    Requests(String path, String headers, List<byte[]> bodies) {
        this.all = Unpooled.directBuffer();
        this.starts = new int[bodies.size() + 1];
        for (int i = 0; i < bodies.size(); i++) {
            starts[i] = all.writerIndex();
            byte[] body = bodies.get(i);
            String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                    + headers + "Content-Length: " + body.length + "\r\n\r\n";
            all.writeBytes(head.getBytes(StandardCharsets.US_ASCII)).writeBytes(body);
        }
        starts[bodies.size()] = all.writerIndex();
    }

    ByteBuf next() {
        int place = next;
        next = (next + 1) % (starts.length - 1);
        return all.retainedSlice(starts[place], starts[place + 1] - starts[place]);
    }
}
