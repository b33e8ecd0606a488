package dev.reconnect.rules;

import static dev.reconnect.rules.RuleFiles.number;
import static dev.reconnect.rules.RuleFiles.symptom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reconnect.fact.Evidence;
import dev.reconnect.fact.Strength;
import dev.reconnect.fact.Symptom;
import dev.reconnect.rules.Conclusions.Derivation;
import dev.reconnect.rules.Rule.Concludes;
import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.Consequence;
import dev.reconnect.rules.Rule.Derives;
import dev.reconnect.rules.Rule.ValueTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InferenceTest {

    private static final Symptom A = symptom("a", "yes");
    private static final Symptom B = symptom("b", "yes");
    private static final Symptom D = symptom("d", "yes");

    private final RuleBase base =
            RuleBase.of(List.of(derives("x/1", A, D), derives("x/2", B, D), supports("x/3", D), supports("x/4", A)));

    @Test
    void fillsInTheRuleAndTheSymptomsThatItMatched() {
        Inference inference = base.open(List.of(A));
        assertThat(inference.conclusions().evidence())
                .containsExactly(
                        new Evidence("x/3", "c", "g", Strength.SUPPORTS, "why", List.of(D)),
                        new Evidence("x/4", "c", "g", Strength.SUPPORTS, "why", List.of(A)));
        assertThat(inference.conclusions().derived()).containsExactly(new Derivation("x/1", D, List.of(A)));
    }

    @Test
    void evidenceNamesTheSymptomAsReportedWithItsNumber() {
        RuleBase numbers = RuleBase.of(RuleFiles.rules(RuleFiles.PATH, RuleFiles.ALL_OF_IT));
        Inference inference = numbers.open(List.of(number("n.n", 7)));
        assertThat(inference.conclusions().evidence())
                .extracting(Evidence::symptoms)
                .containsExactly(List.of(number("n.n", 7)));
    }

    @Test
    void aSymptomStatedAndDerivedByTwoRulesCountsOnceAndStaysAsLongAsOneReasonHolds() {
        Inference inference = base.open(List.of(D));
        Conclusions alone = inference.conclusions();
        assertThat(rules(alone)).containsExactly("x/3");
        assertThat(alone.derived()).isEmpty();

        Conclusions with = inference.whatIf(List.of(A, B, D));
        assertThat(rules(with)).containsExactly("x/3", "x/4");
        assertThat(with.derived()).extracting(Derivation::rule).containsExactly("x/1", "x/2");

        assertThat(inference.whatIf(List.of())).isEqualTo(alone);
    }

    @Test
    void aDerivedSymptomSurvivesThatItIsStatedForAWhile() {
        Inference inference = base.open(List.of(A, B));
        assertThat(inference.whatIf(List.of(D))).isEqualTo(inference.conclusions());
        assertThat(inference.whatIf(List.of())).isEqualTo(inference.conclusions());
    }

    @Test
    void aNegatedConditionTakesAConclusionAwayAndGivesItBack() {
        RuleBase negated = RuleBase.of(List.of(
                new Rule("x/1", "f", 1, List.of(condition(A, false), condition(B, true)), List.of(concludes("$a")))));
        Inference inference = negated.open(List.of(A));
        assertThat(rules(inference.conclusions())).containsExactly("x/1");
        assertThat(rules(inference.whatIf(List.of(B)))).isEmpty();
        assertThat(rules(inference.whatIf(List.of()))).containsExactly("x/1");
    }

    @Test
    void equalSymptomsCountOnceInAnyOrder() {
        List<Symptom> symptoms = new ArrayList<>(List.of(A, B, A, D, B));
        Inference one = base.open(symptoms);
        Collections.reverse(symptoms);
        Inference other = base.open(symptoms);
        assertThat(other.conclusions()).isEqualTo(one.conclusions());
        assertThat(rules(one.conclusions())).containsExactly("x/3", "x/4");
    }

    @Test
    void whatNobodyKnowsIsReadByNoRule() {
        Rule anyValue = new Rule(
                "x/1", "f", 1, List.of(new Condition(false, "$a", "a", List.of(), 1)), List.of(concludes("$a")));
        Rule otherValue = new Rule(
                "x/2",
                "f",
                1,
                List.of(new Condition(false, "$a", "a", List.of(new ValueTest(false, "no")), 1)),
                List.of(concludes("$a")));
        Inference inference = RuleBase.of(List.of(anyValue, otherValue)).open(List.of(symptom("a", Symptom.UNKNOWN)));
        assertThat(inference.conclusions().evidence()).isEmpty();
        assertThat(rules(inference.whatIf(List.of(A)))).containsExactly("x/1", "x/2");
    }

    @Test
    void stopsRulesThatFireTooOftenAndNamesTheOneThatFiredMost() {
        List<Condition> pair = IntStream.range(0, ConditionReader.MOST_WIDE)
                .mapToObj(i -> new Condition(false, "$" + i, "v", List.of(new ValueTest(false, "none" + i)), 1))
                .toList();
        Rule wide = new Rule("x/wide", "f", 1, pair, List.of(concludes("$0", "$1")));
        RuleBase product = RuleBase.of(List.of(supports("x/fine", A), wide));
        List<Symptom> most = IntStream.range(0, Inference.MOST_SYMPTOMS - 1)
                .mapToObj(i -> symptom("v", "v" + i))
                .toList();

        assertThatThrownBy(() -> product.open(most))
                .isInstanceOfSatisfying(FiringLimitReached.class, failure -> assertThat(failure.rule())
                        .isEqualTo("x/wide"));
        Inference inference = product.open(List.of(A));
        assertThatThrownBy(() -> inference.whatIf(most)).isInstanceOf(FiringLimitReached.class);
    }

    @Test
    void aRuleThatForbidsWhatItDerivesComesToAnEnd() {
        Rule contradictory = new Rule(
                "x/1",
                "f",
                1,
                List.of(condition(A, false), condition(D, true)),
                List.of(new Derives(D.id(), D.value(), List.of("$a"))));

        Inference inference = RuleBase.of(List.of(contradictory)).open(List.of(A));
        assertThat(inference.conclusions().derived()).hasSizeLessThan(2);
    }

    @Test
    void refusesMoreSymptomsThanAnyCaseHas() {
        List<Symptom> many = IntStream.range(0, Inference.MOST_SYMPTOMS + 1)
                .mapToObj(i -> symptom("a", "v" + i))
                .toList();

        assertThatThrownBy(() -> base.open(many)).isInstanceOf(IllegalArgumentException.class);
        Inference inference = base.open(many.subList(0, Inference.MOST_SYMPTOMS));
        assertThatThrownBy(() -> inference.whatIf(List.of(A))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoRulesOfOneNameAreRefused() {
        assertThatThrownBy(() -> RuleBase.of(List.of(supports("x/1", A), supports("x/1", B))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x/1");
    }

    @Test
    void manyThreadsShareARuleBase() throws Exception {
        Conclusions expected = base.open(List.of(A, B)).conclusions();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Conclusions>> answers = IntStream.range(0, 400)
                    .mapToObj(i -> threads.submit(() -> {
                        Inference inference = base.open(i % 2 == 0 ? List.of(A, B) : List.of(B));
                        return i % 2 == 0 ? inference.conclusions() : inference.whatIf(List.of(A));
                    }))
                    .toList();
            for (Future<Conclusions> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> rules(Conclusions conclusions) {
        return conclusions.evidence().stream().map(Evidence::rule).toList();
    }

    private static Rule supports(String name, Symptom on) {
        return new Rule(name, "f", 1, List.of(condition(on, false)), List.of(concludes("$a")));
    }

    private static Rule derives(String name, Symptom on, Symptom derived) {
        Consequence derives = new Derives(derived.id(), derived.value(), List.of("$a"));
        return new Rule(name, "f", 1, List.of(condition(on, false)), List.of(derives));
    }

    private static Concludes concludes(String... on) {
        return new Concludes(Strength.SUPPORTS, "c", "g", "why", List.of(on));
    }

    private static Condition condition(Symptom symptom, boolean negated) {
        return new Condition(
                negated, negated ? "" : "$a", symptom.id(), List.of(new ValueTest(true, symptom.value())), 1);
    }
}
