package dev.reconnect.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Callers in a closed loop: each sends its next request when its last one is answered. It shares the processors with the
 * service, so it is made to take as little of them as can be: requests are encoded beforehand, one thread serves all
 * connections, and Netty's decoder finds the end of each answer without reading what it says.
 */
final class Load implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 300;

    /**
     * What came of a round.
     *
     * @param wrong answers with another status than 200
     */
    record Round(double perSecond, double p50Millis, double p99Millis, long calls, long wrong) {}

    private final NioEventLoopGroup threads = new NioEventLoopGroup(1);
    private final EventLoop loop = threads.next();
    private final List<Caller> callers = new ArrayList<>();
    private final Duration pause;

    // All below belongs to the one thread.
    private Requests requests;
    private long[] nanos = new long[1 << 16];
    private int calls;
    private long wrong;
    private long begun;
    private long end;
    private long last;
    private CountDownLatch waiting;

    /** @param pause between an answer and the next request of the same caller */
    Load(int port, int connections, Duration pause) throws InterruptedException {
        this.pause = pause;
        Bootstrap bootstrap = new Bootstrap()
                .group(threads)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        Caller caller = new Caller(channel);
                        callers.add(caller);
                        channel.pipeline().addLast(new HttpResponseDecoder(), caller);
                    }
                });
        for (int i = 0; i < connections; i++) {
            bootstrap.connect("127.0.0.1", port).sync();
        }
    }

    /** One round; the same load can be asked for many. */
    Round run(Requests wanted, Duration time) throws InterruptedException {
        begin(wanted, time);
        return await();
    }

    /** Begins a round of which {@link #await} gives the outcome. */
    void begin(Requests wanted, Duration time) {
        waiting = new CountDownLatch(callers.size());
        loop.execute(() -> {
            requests = wanted;
            calls = 0;
            wrong = 0;
            begun = System.nanoTime();
            end = begun + time.toNanos();
            callers.forEach(Caller::call);
        });
    }

    /** Ends a round before its time. */
    void stop() {
        loop.execute(() -> end = System.nanoTime());
    }

    Round await() throws InterruptedException {
        if (!waiting.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a call is not answered");
        }
        long[] sorted = Arrays.copyOf(nanos, calls);
        Arrays.sort(sorted);
        return new Round(calls * 1e9 / (last - begun), at(sorted, 0.5), at(sorted, 0.99), calls, wrong);
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * part))] / 1e6;
    }

    @Override
    public void close() {
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private final class Caller extends SimpleChannelInboundHandler<HttpObject> {

        private final Channel channel;
        private long sent;

        Caller(Channel channel) {
            this.channel = channel;
        }

        void call() {
            sent = System.nanoTime();
            if (sent >= end) {
                waiting.countDown();
                return;
            }
            channel.writeAndFlush(requests.next());
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
            if (part instanceof HttpResponse head && head.status().code() != 200) {
                wrong++;
            }
            if (part instanceof LastHttpContent) {
                last = System.nanoTime();
                note(last - sent);
                if (pause.isZero()) {
                    call();
                } else {
                    loop.schedule(this::call, pause.toNanos(), TimeUnit.NANOSECONDS);
                }
            }
        }

        private void note(long taken) {
            if (calls == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * calls);
            }
            nanos[calls++] = taken;
        }
    }
}
