package dev.reconnect.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.knowledge.KnowledgeReader;
import dev.reconnect.knowledge.Samples;
import dev.reconnect.rules.DrlReader;
import dev.reconnect.rules.ReadFile;
import dev.reconnect.rules.Rule;
import dev.reconnect.rules.RuleBase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseRunnerTest {

    private static final String RULES = """
            // Source: knowledge/causes/certificate/cert-expired.yaml
            package rules.certificate;

            import static dev.reconnect.fact.Evidence.confirms;
            import static dev.reconnect.fact.Evidence.rulesOut;

            import dev.reconnect.fact.Symptom;

            rule "cert-expired/seen-expired"
            when
                $seen : Symptom( id == "host.certificate", value == "expired" )
                not Symptom( id == "host.uptime-days", number > 100 )
            then
                insertLogical( confirms("cert-expired", "certificate", "the certificate is past its end date", $seen) );
            end

            rule "cert-expired/seen-valid"
            when
                $seen : Symptom( id == "host.certificate", value == "valid" )
            then
                insertLogical( rulesOut("cert-expired", "certificate", "the certificate is valid", $seen) );
            end
            """;

    private static List<Rule> rules() {
        ReadFile file = DrlReader.read("rules/certificate/cert-expired.drl", RULES);
        assertThat(file.flaws()).isEmpty();
        return file.rules();
    }

    private static Knowledge knowledge(String cases) {
        KnowledgeReader.Reading reading = KnowledgeReader.read(Samples.with(Samples.CASES, "cases:\n" + cases));
        assertThat(reading.flaws()).isEmpty();
        return reading.knowledge();
    }

    private static List<Flaw> run(String cases) {
        return new CaseRunner(knowledge(cases), RuleBase.of(rules()), Set.of()).run();
    }

    @Test
    void findsNothingWhereAllExpectationsAreMet() {
        assertThat(run("""
                  - name: "expired"
                    symptoms: {host.certificate: expired}
                    expect: first
                    fires: [seen-expired]
                    silent: [seen-valid]
                  - name: "valid"
                    symptoms: {host.certificate: valid, host.uptime-days: 3}
                    fires: [seen-valid]
                    silent: [seen-expired]
                """)).isEmpty();
    }

    @Test
    void saysWhichConditionKeptARuleSilent() {
        assertThat(run("""
                  - name: "long up"
                    symptoms: {host.certificate: expired, host.uptime-days: 200}
                    fires: [seen-expired]
                  - name: "valid"
                    symptoms: {host.certificate: valid}
                    fires: [seen-expired]
                  - name: "not looked at"
                    symptoms: {error.code: "0x904"}
                    fires: [seen-expired]
                """))
                .extracting(Flaw::code, Flaw::line, Flaw::message)
                .containsExactly(
                        tuple(
                                "rule-silent",
                                2,
                                "case \"long up\": the rule \"cert-expired/seen-expired\" must fire here but does not: "
                                        + "not host.uptime-days > 100.0 fails, because host.uptime-days = 200"),
                        tuple(
                                "rule-silent",
                                5,
                                "case \"valid\": the rule \"cert-expired/seen-expired\" must fire here but does not: "
                                        + "host.certificate == \"expired\" is not met; there is host.certificate = valid"),
                        tuple(
                                "rule-silent",
                                8,
                                "case \"not looked at\": the rule \"cert-expired/seen-expired\" must fire here but does not: "
                                        + "host.certificate == \"expired\" is not met; host.certificate is not there"));
    }

    @Test
    void saysWhatMadeARuleFireThatMustNot() {
        assertThat(run("""
                  - name: "expired"
                    symptoms: {host.certificate: expired, error.code: "0x904"}
                    silent: [seen-expired]
                """)).singleElement().satisfies(flaw -> {
            assertThat(flaw.code()).isEqualTo("rule-fires");
            assertThat(flaw.message()).endsWith("must not fire here but does, on host.certificate = expired");
        });
    }

    @Test
    void saysWhereTheCauseEndedUpAndWhy() {
        assertThat(run("""
                  - name: "expired"
                    symptoms: {host.certificate: expired}
                    expect: ruled-out
                """)).singleElement().satisfies(flaw -> {
            assertThat(flaw.code()).isEqualTo("wrong-rank");
            assertThat(flaw.file()).isEqualTo(Samples.CASES);
            assertThat(flaw.message()).contains("is number 1").contains("+30 cert-expired/seen-expired");
        });
    }

    @Test
    void priorsAloneBringNoCauseFirst() {
        assertThat(run("""
                  - name: "nothing is known"
                    symptoms: {error.code: "0x904"}
                    expect: first
                """)).singleElement().extracting(Flaw::hint).asString().contains("No rule speaks for it");
    }

    @Test
    void namesTheNearestRule() {
        assertThat(run("""
                  - name: "expired"
                    symptoms: {host.certificate: expired}
                    fires: [seen-expird]
                """)).singleElement().satisfies(flaw -> {
            assertThat(flaw.code()).isEqualTo("unknown-rule");
            assertThat(flaw.hint()).contains("cert-expired/seen-expired");
        });
    }

    @Test
    void asksForCasesThatAreMissing() {
        Knowledge knowledge = knowledge("""
                  - name: "expired"
                    symptoms: {host.certificate: expired}
                    fires: [seen-expired]
                """);
        assertThat(CaseCoverage.flaws(knowledge, rules()))
                .extracting(Flaw::code, Flaw::line)
                .containsExactlyInAnyOrder(
                        tuple("rule-without-near-miss", 9),
                        tuple("rule-without-case", 17),
                        tuple("rule-without-near-miss", 17),
                        tuple("cause-without-case", 9),
                        tuple("cause-without-counter-case", 9));
        assertThat(CaseCoverage.flaws(knowledge, List.of()))
                .extracting(Flaw::code)
                .containsExactly("cause-without-rule");
    }

    /**
     * What Drools' issue 7115 does to rules with a shared leading {@code exists}: they are there, and never fire. Nothing
     * is asked of the rule but that it fires in the engine, so any other reason is noticed as well.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Symptom( id == \"host.certificate\", value == \"valid\" )",
                "not Symptom( id == \"host.certificate\" )",
                "Symptom( id == \"stage.stopped-at\", value == \"tls\" )",
                "Symptom( id == \"host.certificate\", value != \"expired\" )"
            })
    void noticesARuleThatNeverFiresWhateverTheReason(String condition) {
        String silent = RULES.replace("not Symptom( id == \"host.uptime-days\", number > 100 )", condition);
        ReadFile file = DrlReader.read("rules/certificate/cert-expired.drl", silent);
        assertThat(file.flaws()).isEmpty();
        Knowledge knowledge = knowledge("""
                  - name: "expired"
                    symptoms: {host.certificate: expired}
                    fires: [seen-expired]
                """);

        assertThat(new CaseRunner(knowledge, RuleBase.of(file.rules()), Set.of()).run())
                .extracting(Flaw::code)
                .containsExactly("rule-silent");
    }
}
