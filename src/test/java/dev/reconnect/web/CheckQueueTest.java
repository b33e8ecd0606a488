package dev.reconnect.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CheckQueueTest {

    @Test
    void saysThatItIsBusyInsteadOfLettingTooManyWait() throws Exception {
        CheckQueue queue = new CheckQueue(1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService callers = Executors.newCachedThreadPool();
        Future<String> first = callers.submit(() -> queue.run(() -> {
            begun.countDown();
            go.await();
            return "first";
        }));
        begun.await();

        CountDownLatch refused = new CountDownLatch(1);
        Future<ProblemException> second = callers.submit(() -> waiting(queue, refused));
        Future<ProblemException> third = callers.submit(() -> waiting(queue, refused));
        refused.await();
        go.countDown();

        assertThat(first.get()).isEqualTo("first");
        assertThat(Arrays.asList(second.get(), third.get()))
                .filteredOn(problem -> problem != null)
                .singleElement()
                .satisfies(problem -> assertThat(problem.problem().status()).isEqualTo(503));
        callers.shutdown();
    }

    @Test
    void handsOnWhatACheckThrows() {
        CheckQueue queue = new CheckQueue(1);

        assertThatThrownBy(() -> queue.run(() -> {
                    throw new ProblemException(Problems.ofStatus(409));
                }))
                .isInstanceOf(ProblemException.class);
        assertThat(queue.run(() -> "next")).isEqualTo("next");
    }

    private static ProblemException waiting(CheckQueue queue, CountDownLatch refused) {
        try {
            queue.run(() -> "waited");
            return null;
        } catch (ProblemException e) {
            refused.countDown();
            return e;
        }
    }
}
