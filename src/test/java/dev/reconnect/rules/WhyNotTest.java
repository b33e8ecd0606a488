package dev.reconnect.rules;

import static dev.reconnect.rules.RuleFiles.number;
import static dev.reconnect.rules.RuleFiles.symptom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reconnect.fact.Evidence;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.knowledge.SymptomDefinition.Type;
import dev.reconnect.rules.WhyNot.Held;
import dev.reconnect.rules.WhyNot.Report;
import dev.reconnect.rules.WhyNot.SilentRule;
import dev.reconnect.rules.WhyNot.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhyNotTest {

    private static final List<Rule> RULES = RuleFiles.rules("rules/safety/why.drl", """
        package rules.safety;
        import static dev.reconnect.fact.Evidence.confirms;
        import static dev.reconnect.fact.Evidence.hintsAt;
        import static dev.reconnect.fact.Evidence.speaksAgainst;
        import static dev.reconnect.fact.Evidence.supports;
        import static dev.reconnect.fact.Symptom.derives;
        import dev.reconnect.fact.Symptom;

        rule "why/confirmed"
        when
            $seen : Symptom( id == "host.certificate", value == "expired" )
            Symptom( id == "network.latency", number >= 5, number < 10.5 )
            not Symptom( id == "scope.other-clients", value == "yes" )
        then
            insertLogical( confirms("c", "certificate", "it is past its end date", $seen) );
        end
        rule "why/hinted"
        when
            $seen : Symptom( id == "host.event", value == "rcm-1058" )
        then
            insertLogical( hintsAt("c", "events", "the host made a new one", $seen) );
        end
        rule "why/by-stage"
        when
            $seen : Symptom( id == "stage.stopped-at", value == "tls" )
        then
            insertLogical( supports("c", "stage", "it broke while securing", $seen) );
        end
        rule "why/against"
        when
            $seen : Symptom( id == "host.certificate", value == "valid" )
        then
            insertLogical( speaksAgainst("c", "certificate", "it is valid", $seen) );
        end
        rule "why/stage-from-two"
        when
            $code : Symptom( id == "error.code", value == "0x904" )
            Symptom( id == "scope.other-clients" )
        then
            insertLogical( derives("stage.stopped-at", "tls", $code) );
        end
        rule "why/stage-from-one"
        when
            $event : Symptom( id == "host.event", value == "tls-36870" )
        then
            insertLogical( derives("stage.stopped-at", "tls", $event) );
        end
        """);

    private static final Map<String, SymptomDefinition> VOCABULARY = Stream.of(
                    definition("host.event", true, false),
                    definition("host.certificate", false, false),
                    definition("stage.stopped-at", true, true))
            .collect(Collectors.toMap(SymptomDefinition::id, each -> each));

    @Test
    void showsEachConditionOfTheRulesThatDidNotFire() {
        WhyNot why = why(
                symptom("host.certificate", "valid"),
                symptom("network.latency", Symptom.UNKNOWN),
                symptom("scope.other-clients", "no"),
                symptom("host.event", "rcm-1056"));

        assertThat(why.rules())
                .extracting(SilentRule::rule)
                .containsExactly("why/confirmed", "why/by-stage", "why/hinted");
        assertThat(why.rules().get(0).conditions())
                .containsExactly(
                        new Held("host.certificate", "host.certificate is expired", Truth.FALSE),
                        new Held("network.latency", "network.latency is at least 5 and below 10.5", Truth.UNKNOWN),
                        new Held("scope.other-clients", "nobody reported that scope.other-clients is yes", Truth.TRUE));
        assertThat(why.rules().get(2).conditions())
                .as("another event does not rule this one out")
                .extracting(Held::truth)
                .containsExactly(Truth.UNKNOWN);
    }

    @Test
    void asksForWhatSaysMostForEachReport() {
        assertThat(why(number("network.latency", 7)).smallestChange()).hasValueSatisfying(change -> {
            assertThat(change.rule()).isEqualTo("why/confirmed");
            assertThat(change.decibans()).isEqualTo(30);
            assertThat(change.reports())
                    .containsExactly(
                            new Report("host.certificate", Optional.of("expired"), "host.certificate is expired"));
        });
    }

    @Test
    void asksForTheReportsThatASymptomIsDerivedFrom() {
        assertThat(why(symptom("host.certificate", "valid")).smallestChange()).hasValueSatisfying(change -> {
            assertThat(change.rule()).isEqualTo("why/by-stage");
            assertThat(change.reports())
                    .containsExactly(new Report("host.event", Optional.of("tls-36870"), "host.event is tls-36870"));
        });
    }

    @Test
    void offersNoChangeWhereAReportedSymptomStandsAgainstIt() {
        WhyNot why = WhyNot.of(
                "c", new RuleIndex(RULES.subList(0, 1)), VOCABULARY, List.of(symptom("scope.other-clients", "yes")));

        assertThat(why.smallestChange()).isEmpty();
        assertThat(why.rules().get(0).conditions()).extracting(Held::truth).contains(Truth.FALSE);
    }

    @Test
    void readersOfASymptomIncludeThoseOfWhatIsDerivedFromIt() {
        RuleIndex index = new RuleIndex(RULES);

        assertThat(index.reading("error.code"))
                .extracting(Rule::name)
                .containsExactly("why/stage-from-two", "why/by-stage");
        assertThat(index.about("c")).hasSize(4);
        assertThat(index.deriving("stage.stopped-at")).hasSize(2);
        assertThat(index.reading("nothing")).isEmpty();
    }

    @Test
    void exactlyTheRulesThatItCallsSilentDidNotFire() {
        List<Rule> rules = RuleFiles.rules(RuleFiles.PATH, RuleFiles.ALL_OF_IT);
        RuleIndex index = new RuleIndex(rules);
        RuleBase base = RuleBase.of(rules);
        SymptomSamples samples = new SymptomSamples(rules, new Random(3));
        for (int i = 0; i < 300; i++) {
            List<Symptom> symptoms = samples.next();
            Inference inference = base.open(symptoms);
            List<Symptom> all = new ArrayList<>(symptoms);
            inference.conclusions().derived().forEach(derivation -> all.add(derivation.symptom()));
            for (String cause : List.of("c-1", "c-2", "c-3")) {
                Set<String> told = new TreeSet<>();
                WhyNot.of(cause, index, Map.of(), all).rules().forEach(silent -> told.add(silent.rule()));
                inference.conclusions().evidence().stream()
                        .filter(item -> item.cause().equals(cause))
                        .map(Evidence::rule)
                        .distinct()
                        .forEach(fired -> assertThat(told.add(fired)).isTrue());
                assertThat(told)
                        .containsExactlyInAnyOrderElementsOf(
                                index.about(cause).stream().map(Rule::name).toList());
            }
        }
    }

    private static WhyNot why(Symptom... symptoms) {
        return WhyNot.of("c", new RuleIndex(RULES), VOCABULARY, List.of(symptoms));
    }

    private static SymptomDefinition definition(String id, boolean multiple, boolean derived) {
        return new SymptomDefinition(id, "Which?", Type.CHOICE, "", multiple, 1, derived, List.of());
    }
}
