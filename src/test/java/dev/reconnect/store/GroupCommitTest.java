package dev.reconnect.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GroupCommitTest {

    private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();

    @Test
    void writesWhatGatheredWhileTheLastBatchWasWrittenAsOneBatch() throws Exception {
        CountDownLatch firstBegun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        GroupCommit<Integer> commits = new GroupCommit<>("test", 100, 10, batch -> {
            batches.add(batch);
            firstBegun.countDown();
            await(go);
        });

        List<CompletableFuture<Void>> written = new ArrayList<>(List.of(commits.add(0)));
        assertThat(firstBegun.await(5, TimeUnit.SECONDS)).isTrue();
        for (int i = 1; i <= 12; i++) {
            written.add(commits.add(i));
        }
        go.countDown();
        written.forEach(CompletableFuture::join);

        assertThat(batches).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), List.of(11, 12));
        commits.close();
    }

    @Test
    void refusesWhatItHasNoRoomFor() {
        CountDownLatch go = new CountDownLatch(1);
        GroupCommit<Integer> commits = new GroupCommit<>("test", 2, 1, batch -> await(go));

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 4; i++) {
                        commits.add(i);
                    }
                })
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("too many");
        go.countDown();
        commits.close();
    }

    @Test
    void writesTheOthersOfABatchThatHoldsABadValue() {
        GroupCommit<Integer> commits = new GroupCommit<>("test", 100, 10, batch -> {
            if (batch.contains(3)) {
                throw new IllegalStateException("3 is bad");
            }
            batches.add(batch);
        });

        List<CompletableFuture<Void>> written = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            written.add(commits.add(i));
        }

        for (int i = 0; i < 6; i++) {
            CompletableFuture<Void> each = written.get(i);
            if (i == 3) {
                assertThatThrownBy(each::join)
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(StoreUnavailableException.class);
            } else {
                each.join();
            }
        }
        assertThat(batches.stream().flatMap(List::stream)).containsExactlyInAnyOrder(0, 1, 2, 4, 5);
        commits.close();
    }

    @Test
    void refusesAtOnceWhileTheDatabaseIsAway() {
        GroupCommit<Integer> commits = new GroupCommit<>("test", 100, 10, batch -> {
            throw new StoreUnavailableException("away");
        });

        assertThatThrownBy(() -> commits.add(1).join()).hasCauseInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> commits.add(2)).isInstanceOf(StoreUnavailableException.class);
        commits.close();
    }

    @Test
    void writesWhatItTookBeforeItStops() {
        GroupCommit<Integer> commits = new GroupCommit<>("test", 1000, 7, batches::add);
        List<CompletableFuture<Void>> written = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            written.add(commits.add(i));
        }

        commits.close();

        assertThat(written).allMatch(each -> each.isDone() && !each.isCompletedExceptionally());
        assertThatThrownBy(() -> commits.add(1)).isInstanceOf(StoreUnavailableException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
