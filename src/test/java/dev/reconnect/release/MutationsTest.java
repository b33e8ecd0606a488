package dev.reconnect.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.knowledge.KnowledgeReader;
import dev.reconnect.knowledge.Samples;
import dev.reconnect.rules.DrlReader;
import dev.reconnect.rules.RuleBase;
import org.junit.jupiter.api.Test;

class MutationsTest {

    private static final RuleBase RULES = RuleBase.of(
            DrlReader.read("rules/certificate/cert-expired.drl", """
            package rules.certificate;

            import static dev.reconnect.fact.Evidence.confirms;

            import dev.reconnect.fact.Symptom;

            rule "cert-expired/seen-expired"
            when
                $seen : Symptom( id == "host.certificate", value == "expired" )
                not Symptom( id == "host.uptime-days", number > 100 )
            then
                insertLogical( confirms("cert-expired", "certificate", "the certificate is past its end date", $seen) );
            end
            """).rules());

    private static final String CONCLUDING = """
            cases:
              - name: "expired"
                symptoms: {host.certificate: expired}
                expect: first
                fires: [seen-expired]
            """;

    private static Mutations.Result mutate(String cases) {
        Knowledge knowledge =
                KnowledgeReader.read(Samples.with(Samples.CASES, cases)).knowledge();
        return Mutations.run(knowledge, RULES);
    }

    @Test
    void nearMissesNoticeWhatAConcludingCaseDoesNot() {
        Mutations.Result alone = mutate(CONCLUDING);
        assertThat(alone.tried()).isEqualTo(6);
        assertThat(alone.unnoticed())
                .extracting(Flaw::message)
                .allMatch(message -> message.startsWith("no case notices when this rule is changed: "))
                .anyMatch(message -> message.endsWith("without the condition on host.uptime-days"));
        Mutations.Result together = mutate(CONCLUDING + """
              - name: "up for long"
                symptoms: {host.certificate: expired, host.uptime-days: 101}
                silent: [seen-expired]
              - name: "valid"
                symptoms: {host.certificate: valid}
                silent: [seen-expired]
              - name: "up for days"
                symptoms: {host.certificate: expired, host.uptime-days: 100}
                fires: [seen-expired]
            """);
        assertThat(together.unnoticed()).isEmpty();
        assertThat(together.noticed()).isEqualTo(1);
    }

    @Test
    void withoutCasesNothingIsNoticed() {
        assertThat(mutate("cases: []\n").noticed()).isZero();
    }

    @Test
    void pointsAtTheRule() {
        Flaw flaw = mutate("cases: []\n").unnoticed().get(0);
        assertThat(flaw.file()).isEqualTo("rules/certificate/cert-expired.drl");
        assertThat(flaw.line()).isEqualTo(7);
        assertThat(flaw.isError()).isFalse();
    }
}
