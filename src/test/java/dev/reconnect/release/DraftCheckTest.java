package dev.reconnect.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reconnect.diagnosis.PriorsVersion;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.FolderReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DraftCheckTest {

    private static final String RULES = "rules/reachability/port-closed.drl";
    private static final String CASES = "rules/reachability/port-closed.cases.yaml";
    private static final Path DESK = Path.of("src/test/resources/desk");

    private static final SortedMap<String, String> FILES =
            FolderReader.read(DESK.resolve("rules"), DESK.resolve("knowledge")).files();
    private static final Baseline BASELINE = Baseline.of(FILES, PriorsVersion.AUTHORED, Deadline.ofAnHour());

    private static Draft draft(String path, String text) {
        TreeMap<String, String> files = new TreeMap<>();
        files.put(path, text);
        return new Draft(files, new TreeSet<>(), false);
    }

    private static DraftReport check(Draft draft, List<StoredCase> stored) {
        return new DraftCheck(BASELINE, Deadline.ofAnHour()).check(draft, stored);
    }

    private static String rules() {
        return FILES.get(RULES);
    }

    @Test
    void aDraftThatChangesNothingHasNothingToSay() {
        DraftReport report = check(draft(RULES, rules()), List.of());

        assertThat(report.flaws()).isEmpty();
        assertThat(report.publishable()).isTrue();
        assertThat(report.turns()).isEmpty();
        assertThat(report.becomes()).contains(BASELINE.name());
    }

    @Test
    void aRuleThatNoLongerFiresInItsCaseKeepsTheDraftBack() {
        DraftReport report = check(draft(RULES, rules().replace("value == \"no\"", "value == \"yes\"")), List.of());

        assertThat(report.publishable()).isFalse();
        assertThat(report.flaws()).extracting(Flaw::code).contains("rule-silent");
        assertThat(report.flaws()).allSatisfy(flaw -> assertThat(flaw.excerpt()).isNotEmpty());
    }

    @Test
    void aLabelledCaseThatIsDroppedNeedsAReason() {
        String cases = FILES.get(CASES).replace("\"closed port\"", "\"shut port\"");

        DraftReport report = check(draft(CASES, cases), List.of());

        assertThat(report.publishable()).isTrue();
        assertThat(report.needsReason()).isTrue();
        assertThat(report.turns()).singleElement().satisfies(turn -> {
            assertThat(turn.subject()).isEqualTo(CASES + ": closed port");
            assertThat(turn.before()).isEqualTo("port-closed");
            assertThat(turn.worse()).isTrue();
        });
    }

    @Test
    void storedDiagnosesThatTurnAreListedWithOldAndNewEvidence() {
        String weaker =
                rules().replace("value == \"no\" )", "value == \"no\" )\n    not Symptom( id == \"network.latency\" )");
        StoredCase turning = new StoredCase(
                "one", List.of(new Symptom("network.port-reachable", "no"), new Symptom("network.latency", "5", 5)));
        StoredCase staying = new StoredCase("two", List.of(new Symptom("network.port-reachable", "no")));

        DraftReport report = check(draft(RULES, weaker), List.of(turning, staying));

        assertThat(report.replay()).isEqualTo(new DraftReport.Tally(2, 1, 0, true));
        assertThat(report.turns()).singleElement().satisfies(turn -> {
            assertThat(turn.subject()).isEqualTo("one");
            assertThat(turn.before()).isEqualTo("port-closed");
            assertThat(turn.after()).isEmpty();
            assertThat(turn.evidenceBefore()).extracting(Turn.Item::decibans).containsExactly(30);
        });
    }

    @Test
    void asksTenThousandStoredDiagnosesAgainInAFractionOfAMinute() {
        List<StoredCase> stored = IntStream.range(0, 10_000)
                .mapToObj(
                        i -> new StoredCase("d" + i, List.of(new Symptom("error.code", "0x" + Integer.toHexString(i)))))
                .toList();
        Deadline deadline = Deadline.in(Duration.ofSeconds(60));

        DraftReport report = new DraftCheck(BASELINE, deadline).check(draft(RULES, rules()), stored);

        assertThat(report.replay()).isEqualTo(new DraftReport.Tally(10_000, 0, 0, true));
    }

    @Test
    void theCheckEndsAtItsDeadline() {
        Deadline passed = Deadline.in(Duration.ZERO.minusMillis(1));

        assertThatThrownBy(() -> new DraftCheck(BASELINE, passed).check(draft(RULES, rules()), List.of()))
                .isInstanceOf(Deadline.Passed.class);
    }

    @Test
    void aWholeDraftDropsWhatItDoesNotHold() {
        Draft whole = new Draft(new TreeMap<>(FILES), new TreeSet<>(), true);
        assertThat(whole.on(FILES).files()).isEqualTo(FILES);

        TreeMap<String, String> fewer = new TreeMap<>(FILES);
        fewer.remove(RULES);
        assertThat(new Draft(fewer, new TreeSet<>(), true).on(FILES).files()).doesNotContainKey(RULES);
    }
}
