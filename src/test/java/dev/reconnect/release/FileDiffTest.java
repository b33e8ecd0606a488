package dev.reconnect.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileDiffTest {

    private static final String LINES =
            IntStream.rangeClosed(1, 30).mapToObj(Integer::toString).collect(Collectors.joining("\n"));

    @Test
    void filesThatAreTheSameAreNotListed() {
        assertThat(FileDiff.between(Map.of("a", LINES), Map.of("a", LINES))).isEmpty();
    }

    @Test
    void addedAndRemovedFilesAreShownWhole() {
        List<FileDiff> diffs = FileDiff.between(Map.of("a", "x\ny"), Map.of("b", "z"));

        assertThat(diffs).extracting(FileDiff::change).containsExactly(FileDiff.Change.REMOVED, FileDiff.Change.ADDED);
        assertThat(diffs.get(0).hunks().get(0).lines()).hasSize(2);
    }

    @Test
    void aChangedLineComesWithThreeLinesAround() {
        FileDiff diff = FileDiff.between(Map.of("a", LINES), Map.of("a", LINES.replace("\n10\n", "\nten\n")))
                .get(0);

        FileDiff.Hunk hunk = diff.hunks().get(0);
        assertThat(diff.hunks()).hasSize(1);
        assertThat(hunk.from()).isEqualTo(7);
        assertThat(hunk.to()).isEqualTo(7);
        assertThat(hunk.lines())
                .extracting(FileDiff.Line::text)
                .containsExactly("7", "8", "9", "10", "ten", "11", "12", "13");
    }

    @Test
    void placesFarApartAreHunksOfTheirOwn() {
        String newer = LINES.replace("\n5\n", "\nfive\nfive and a half\n").replace("\n25\n", "\n");

        FileDiff diff = FileDiff.between(Map.of("a", LINES), Map.of("a", newer)).get(0);

        assertThat(diff.hunks()).extracting(FileDiff.Hunk::from).containsExactly(2, 22);
        assertThat(diff.hunks()).extracting(FileDiff.Hunk::to).containsExactly(2, 23);
    }
}
