package dev.reconnect.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a failure whose fix was said to work counts as having come back. */
@QuarkusTest
class RecurrenceTest {

    private static final Instant WORKED = Instant.parse("2026-03-01T12:00:00Z");
    private static final byte[] NOTHING = {'{', '}'};

    @Inject
    CaseStore cases;

    @Inject
    OutcomeStore outcomes;

    @ParameterizedTest(name = "after {0}: {1}")
    @CsvSource({"PT-1H, false", "PT1S, true", "P6DT23H59M, true", "P7DT1S, false", "P30D, false"})
    void theSameFailureComesBackWithinAWeek(Duration later, boolean back) {
        String fingerprint = UUID.randomUUID().toString();
        UUID mended = mended(fingerprint);

        UUID again = diagnosed(WORKED.plus(later), fingerprint);

        assertThat(comeBack(mended, again)).isEqualTo(back ? List.of(mended) : List.of());
    }

    @Test
    void anotherFailureIsNoReturn() {
        UUID mended = mended(UUID.randomUUID().toString());

        UUID other = diagnosed(WORKED.plusSeconds(60), UUID.randomUUID().toString());

        assertThat(comeBack(mended, other)).isEmpty();
    }

    @Test
    void casesWithoutANameOfThePortalAreNeverTheSame() {
        UUID mended = mended("");

        UUID other = diagnosed(WORKED.plusSeconds(60), "");

        assertThat(comeBack(mended, other)).isEmpty();
    }

    @Test
    void isNotLookedForAgainInCasesOfLongAgo() {
        String fingerprint = UUID.randomUUID().toString();
        UUID mended = mended(fingerprint);
        diagnosed(WORKED.plusSeconds(60), fingerprint);

        assertThat(outcomes.comeBack(WORKED.plusSeconds(120))).doesNotContain(mended);
    }

    private List<UUID> comeBack(UUID... ours) {
        List<UUID> known = List.of(ours);
        return outcomes.comeBack(WORKED.minus(Duration.ofDays(60))).stream()
                .filter(known::contains)
                .toList();
    }

    private UUID mended(String fingerprint) {
        UUID id = diagnosed(WORKED.minusSeconds(600), fingerprint);
        KeptLesson lesson = new KeptLesson(id, 1, "cause", 0.5, "", fingerprint, Optional.of(WORKED), false, NOTHING);
        outcomes.record(
                new KeptOutcome(id, WORKED, "client", "key", NOTHING),
                (reports, before) -> new OutcomeStore.Revision(lesson, List.of()));
        return id;
    }

    private UUID diagnosed(Instant when, String fingerprint) {
        UUID id = UUID.randomUUID();
        // Only a case with a name leaves a trace.
        String reference = fingerprint.isEmpty() ? "" : "reference";
        cases.keep(new KeptDiagnosis(
                        id,
                        when,
                        "r",
                        "authored",
                        "determined",
                        "cause",
                        0.5,
                        reference,
                        fingerprint,
                        NOTHING,
                        NOTHING))
                .join();
        return id;
    }
}
