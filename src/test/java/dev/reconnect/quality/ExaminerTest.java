package dev.reconnect.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reconnect.diagnosis.Priors;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.FileSet;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.knowledge.KnowledgeReader;
import dev.reconnect.knowledge.Samples;
import dev.reconnect.rules.DrlReader;
import dev.reconnect.rules.RuleBase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExaminerTest {

    private static final Knowledge KNOWLEDGE =
            KnowledgeReader.read(FileSet.of(Samples.files())).knowledge();
    private static final RuleBase RULES = RuleBase.of(
            DrlReader.read("rules/certificate/cert-expired.drl", """
            package rules.certificate;

            import static dev.reconnect.fact.Evidence.confirms;

            import dev.reconnect.fact.Symptom;

            rule "cert-expired/seen-expired"
            when
                $seen : Symptom( id == "host.certificate", value == "expired" )
            then
                insertLogical( confirms("cert-expired", "certificate", "the certificate is past its end date", $seen) );
            end
            """).rules());
    private static final Symptom EXPIRED = new Symptom("host.certificate", "expired");
    private static final Examiner EXAMINER = new Examiner(
            KNOWLEDGE,
            RULES,
            Priors.authored(KNOWLEDGE),
            text -> text.contains("expired") ? List.of(EXPIRED) : List.of(),
            true);

    private static Trial trial(String text, Symptom... symptoms) {
        return new Trial("t", "certificate", text, List.of(symptoms), "cert-expired", List.of());
    }

    @Test
    void givesTheDiagnosisOnlyWhatItMaySee() {
        Trial trial = trial("nothing of note", EXPIRED);
        assertThat(EXAMINER.examine(trial, Examiner.Given.TEXT).determined()).isFalse();
        assertThat(EXAMINER.examine(trial, Examiner.Given.SYMPTOMS).determined())
                .isTrue();
        assertThat(EXAMINER.examine(trial("it says expired"), Examiner.Given.TEXT)
                        .determined())
                .isTrue();
    }

    @Test
    void whatWasStatedOutweighsWhatWasRead() {
        Trial trial = trial("it says expired", new Symptom("host.certificate", "valid"));
        assertThat(EXAMINER.examine(trial, Examiner.Given.BOTH).determined()).isFalse();
    }

    @Test
    void theSimulatedUserAnswersFromTheSymptoms() {
        Answer answer = EXAMINER.examine(trial("", EXPIRED), Examiner.Given.SYMPTOMS);
        assertThat(answer.interview()).isEqualTo(new Answer.Interviewed(1, 1, true));
        assertThat(answer.checklist().right()).isTrue();
    }

    @Test
    void countsTheMinutesUntilTheTrueCauseIsRepaired() {
        Answer answer = EXAMINER.examine(trial("", EXPIRED), Examiner.Given.SYMPTOMS);
        // The fix takes 5 minutes and helps in 80 of 100 cases; the rest is handed on after 240.
        assertThat(answer.naiveMinutes()).hasValue(5 + (1 - 0.8) * 240);
        assertThat(answer.plannedMinutes()).isPresent();
    }

    @Test
    void aCauseThatNobodyKnowsIsAMiss() {
        Trial unknown = new Trial("t", "x", "", List.of(EXPIRED), "no-such-cause", List.of());
        Answer answer = EXAMINER.examine(unknown, Examiner.Given.SYMPTOMS);
        assertThat(answer.strictRank()).isZero();
        assertThat(answer.brier()).isGreaterThan(1);
        assertThat(answer.plannedMinutes()).isEmpty();
    }

    @Test
    void readsTrialsFromLinesOfJson() {
        List<Trial> trials = TrialFile.read("""
                {"id": "c1", "cause": "cert-expired", "family": "certificate", "text": "it broke", "confidence": "likely"}

                {"id": "c2", "cause": "x", "acceptable": ["y"], "symptoms": {"error.code": ["0x1", "0x2"], "host.uptime-days": 3}}
                """, KNOWLEDGE.symptoms());
        assertThat(trials).hasSize(2);
        assertThat(trials.get(1).symptoms())
                .containsExactly(
                        new Symptom("error.code", "0x1"),
                        new Symptom("error.code", "0x2"),
                        new Symptom("host.uptime-days", "3", 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"id\": \"c\", \"text\": \"t\"} | line 1: \"cause\" is missing",
                "{\"cause\": \"c\"} | line 1: there is neither \"text\" nor \"symptoms\"",
                "{\"cause\": \"c\", \"symptoms\": {\"no.such\": \"x\"}} | line 1: there is no symptom \"no.such\"",
                "not json | line 1: ",
            })
    void namesTheLineThatIsNoTrial(String line, String message) {
        assertThatThrownBy(() -> TrialFile.read(line, KNOWLEDGE.symptoms()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
