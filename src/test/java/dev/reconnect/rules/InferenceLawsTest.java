package dev.reconnect.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reconnect.fact.Strength;
import dev.reconnect.fact.Symptom;
import dev.reconnect.rules.Rule.Concludes;
import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.Consequence;
import dev.reconnect.rules.Rule.Derives;
import dev.reconnect.rules.Rule.ValueTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for any rules that come to an end and any symptoms. */
class InferenceLawsTest {

    private static final int SYMPTOMS = 8;
    private static final int VALUES = 3;

    @Property(tries = 300)
    void askingWhatIfIsTheSameAsReportingItAndLeavesNothingBehind(@ForAll long seed) {
        Random random = new Random(seed);
        RuleBase base = RuleBase.of(rules(random));
        List<Symptom> stated = symptoms(random);
        Inference inference = base.open(stated);
        for (int i = 0; i < 5; i++) {
            List<Symptom> added = symptoms(random);
            List<Symptom> all = new ArrayList<>(stated);
            all.addAll(added);
            Inference fresh = base.open(all);
            assertThat(inference.whatIf(added)).isEqualTo(fresh.conclusions());
            assertThat(inference.whatIf(List.of())).isEqualTo(inference.conclusions());
        }
    }

    @Property(tries = 600)
    void aSuppositionSaysWhatTheEngineWouldSay(@ForAll long seed) {
        Random random = new Random(seed);
        RuleBase base = RuleBase.of(rules(random));
        SuppositionChecks.check(base, symptoms(random), everySymptom());
    }

    @Property(tries = 100)
    void theOrderOfRulesAndOfSymptomsDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        List<Rule> rules = new ArrayList<>(rules(random));
        List<Symptom> symptoms = new ArrayList<>(symptoms(random));
        Conclusions first = conclusions(rules, symptoms);
        Collections.shuffle(rules, random);
        Collections.shuffle(symptoms, random);
        assertThat(conclusions(rules, symptoms)).isEqualTo(first);
    }

    /** Sessions are kept for the next case, after large cases and small, and after rules that were stopped. */
    @Property(tries = 60)
    void aSessionThatWasUsedBeforeConcludesWhatANewOneDoes(@ForAll long seed) {
        Random random = new Random(seed);
        List<Rule> rules = new ArrayList<>(rules(random));
        rules.add(everyPairOf("many"));
        RuleBase used = RuleBase.of(rules);
        for (int i = 0; i < 12; i++) {
            if (random.nextInt(6) == 0) {
                List<Symptom> endless = new ArrayList<>(symptoms(random));
                IntStream.range(0, 101).forEach(value -> endless.add(new Symptom("many", "v" + value)));
                assertThatThrownBy(() -> used.open(endless)).isInstanceOf(FiringLimitReached.class);
            }
            List<Symptom> symptoms = symptoms(random);
            assertThat(used.open(symptoms).conclusions())
                    .isEqualTo(RuleBase.of(rules).open(symptoms).conclusions());
        }
    }

    private static Conclusions conclusions(List<Rule> rules, List<Symptom> symptoms) {
        Inference inference = RuleBase.of(rules).open(symptoms);
        return inference.conclusions();
    }

    private static List<Rule> rules(Random random) {
        return IntStream.range(0, 5 + random.nextInt(20))
                .mapToObj(i -> rule(random, i))
                .toList();
    }

    /** Derives only symptoms that come later than all that it reads, so that no rules run in a circle. */
    private static Rule rule(Random random, int number) {
        List<Condition> conditions = new ArrayList<>();
        int latest = 0;
        int size = 1 + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            int symptom = random.nextInt(SYMPTOMS - 2);
            latest = Math.max(latest, symptom);
            List<Rule.Test> tests = random.nextInt(5) == 0
                    ? List.of()
                    : List.of(new ValueTest(random.nextInt(4) > 0, "v" + random.nextInt(VALUES)));
            boolean negated = i > 0 && random.nextInt(3) == 0;
            conditions.add(new Condition(negated, i == 0 ? "$a" : "", "s" + symptom, tests, 1));
        }
        Consequence consequence = random.nextBoolean()
                ? new Concludes(Strength.SUPPORTS, "c" + random.nextInt(3), "g", "why", List.of("$a"))
                : new Derives("s" + (latest + 1 + random.nextInt(2)), "v" + random.nextInt(VALUES), List.of("$a"));
        return new Rule("x/" + number, "f", 1, conditions, List.of(consequence));
    }

    /** Fires too often when the symptom has more than a hundred values. */
    private static Rule everyPairOf(String symptom) {
        List<Condition> pair = List.of(
                new Condition(false, "$a", symptom, List.of(), 1), new Condition(false, "$b", symptom, List.of(), 1));
        Concludes concludes = new Concludes(Strength.SUPPORTS, "c", "g", "why", List.of("$a", "$b"));
        return new Rule("x/wide", "f", 1, pair, List.of(concludes));
    }

    private static List<Symptom> everySymptom() {
        return IntStream.range(0, SYMPTOMS * VALUES)
                .mapToObj(i -> new Symptom("s" + i / VALUES, "v" + i % VALUES))
                .toList();
    }

    private static List<Symptom> symptoms(Random random) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> new Symptom("s" + random.nextInt(SYMPTOMS), "v" + random.nextInt(VALUES)))
                .toList();
    }
}
