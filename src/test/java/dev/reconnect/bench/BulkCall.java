package dev.reconnect.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One call that sends reports, a line each, and reads diagnoses while it sends, as fast as the service takes and gives them.
 * Every line of the answer is counted; one in {@value #LOOKED_AT} is read, to see that it answers the report in its place.
 */
final class BulkCall extends SimpleChannelInboundHandler<HttpObject> {

    private static final int LOOKED_AT = 1_000;
    private static final int PIECE = 64 << 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<byte[]> lines;
    private final long count;
    private final ByteBuf all = Unpooled.directBuffer();
    private final long repetitions;
    private final CompletableFuture<Long> done = new CompletableFuture<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean sending;
    private long sent;
    private int place;
    private long answered;

    /** @param repetitions how often the lines are sent, one after the other and again from the start */
    BulkCall(List<byte[]> lines, int repetitions) {
        this.lines = lines;
        this.repetitions = repetitions;
        this.count = (long) lines.size() * repetitions;
        lines.forEach(each -> all.writeBytes(each).writeByte('\n'));
    }

    /** @return diagnoses a second */
    double run(int port) throws Exception {
        NioEventLoopGroup threads = new NioEventLoopGroup(1);
        try {
            ChannelInitializer<Channel> pipeline = new ChannelInitializer<>() {
                @Override
                protected void initChannel(Channel channel) {
                    channel.pipeline().addLast(new HttpResponseDecoder(), BulkCall.this);
                }
            };
            long begun = System.nanoTime();
            new Bootstrap()
                    .group(threads)
                    .channel(NioSocketChannel.class)
                    .handler(pipeline)
                    .connect("127.0.0.1", port)
                    .sync();
            long end = done.get(10, TimeUnit.MINUTES);
            return count * 1e9 / (end - begun);
        } finally {
            threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
            all.release();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        String head = "POST /v1/diagnoses/bulk HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\n"
                + "Content-Length: " + all.readableBytes() * repetitions + "\r\n\r\n";
        context.write(Unpooled.copiedBuffer(head, StandardCharsets.US_ASCII));
        send(context);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        send(context);
    }

    /** Flushing calls back when there is room again, so a call from within is left to the loop that runs already. */
    private void send(ChannelHandlerContext context) {
        if (sending) {
            return;
        }
        sending = true;
        do {
            while (sent < repetitions && context.channel().isWritable()) {
                int length = Math.min(PIECE, all.readableBytes() - place);
                context.write(all.retainedSlice(place, length));
                place = (place + length) % all.readableBytes();
                sent += place == 0 ? 1 : 0;
            }
            context.flush();
        } while (sent < repetitions && context.channel().isWritable());
        sending = false;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) throws IOException {
        if (part instanceof HttpResponse head && head.status().code() != 200) {
            throw new IllegalStateException("the bulk call is answered with " + head.status());
        }
        if (part instanceof HttpContent content) {
            read(content.content());
        }
        if (part instanceof LastHttpContent) {
            if (answered != count) {
                throw new IllegalStateException(answered + " of " + count + " lines are answered");
            }
            done.complete(System.nanoTime());
        }
    }

    private void read(ByteBuf bytes) throws IOException {
        while (bytes.isReadable()) {
            int length = bytes.bytesBefore((byte) '\n');
            boolean whole = length >= 0;
            int taken = whole ? length : bytes.readableBytes();
            if (answered % LOOKED_AT == 0) {
                bytes.readBytes(line, taken);
            } else {
                bytes.skipBytes(taken);
            }
            if (whole) {
                bytes.skipBytes(1);
                check();
                answered++;
            }
        }
    }

    /** The answer lists what was reported, and what follows from it. */
    private void check() throws IOException {
        if (line.size() == 0) {
            return;
        }
        JsonNode answer = JSON.readTree(line.toByteArray());
        JsonNode asked = JSON.readTree(lines.get((int) (answered % lines.size())));
        if (!answer.path("symptoms")
                .findValuesAsText("id")
                .containsAll(asked.get("symptoms").findValuesAsText("id"))) {
            throw new IllegalStateException("line " + answered + " is answered with " + answer);
        }
        line.reset();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        done.completeExceptionally(new IllegalStateException("the call ended after " + answered + " lines"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        done.completeExceptionally(cause);
        context.close();
    }
}
