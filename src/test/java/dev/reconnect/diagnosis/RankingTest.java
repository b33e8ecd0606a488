package dev.reconnect.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.reconnect.fact.Evidence;
import dev.reconnect.fact.Strength;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.Cause;
import dev.reconnect.knowledge.Fix;
import dev.reconnect.knowledge.Frequency;
import dev.reconnect.knowledge.Place;
import dev.reconnect.knowledge.Privilege;
import dev.reconnect.knowledge.Risk;
import dev.reconnect.knowledge.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RankingTest {

    private static final Map<String, Cause> CAUSES = causes("a", "b", "c", "d");
    private static final Priors PRIORS =
            new Priors("test", Map.of("a", 200.0, "b", 60.0, "c", 20.0, "d", 5.0), 15, Map.of(), Map.of());

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @Test
    void followsThePriorsWhenNothingIsKnown() {
        Ranking ranking = Ranking.of(CAUSES, PRIORS, List.of());

        assertThat(ids(ranking)).containsExactly("a", "b", "c", "d");
        assertThat(ranking.scores().get(0).probability()).isCloseTo(200.0 / 300, within(1e-12));
        assertThat(ranking.other()).isCloseTo(15.0 / 300, within(1e-12));
    }

    @Test
    void tenDecibansMakeACauseTenTimesAsLikelyAgainstAnother() {
        Ranking ranking = Ranking.of(CAUSES, PRIORS, List.of(evidence("d", "code", Strength.SUPPORTS)));

        assertThat(score(ranking, "d").probability() / score(ranking, "b").probability())
                .isCloseTo(10 * 5.0 / 60, within(1e-9));
    }

    @Test
    void countsOnlyTheStrongestOfAGroup() {
        Ranking ranking = Ranking.of(
                CAUSES,
                PRIORS,
                List.of(
                        evidence("d", "code", Strength.SUPPORTS),
                        evidence("d", "code", Strength.HINTS_AT),
                        evidence("d", "code", Strength.SPEAKS_AGAINST),
                        evidence("d", "stage", Strength.HINTS_AT)));

        assertThat(score(ranking, "d").decibans()).isEqualTo(10 - 10 + 5);
        assertThat(score(ranking, "d").repeating()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void probabilitiesSumToOneInAnyOrderOfTheEvidence(int seed) {
        Random random = new Random(seed);
        List<Evidence> evidence = some(random);
        Ranking ranking = Ranking.of(CAUSES, PRIORS, evidence);

        assertThat(ranking.scores().stream().mapToDouble(Score::probability).sum() + ranking.other())
                .isCloseTo(1, within(1e-12));
        Collections.shuffle(evidence, random);
        assertThat(Ranking.of(CAUSES, PRIORS, evidence)).isEqualTo(ranking);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moreEvidenceForACauseNeverLowersIt(int seed) {
        Random random = new Random(seed);
        List<Evidence> evidence = some(random);
        double before = score(Ranking.of(CAUSES, PRIORS, evidence), "b").probability();
        Strength[] words = Strength.values();

        evidence.add(evidence("b", "g" + random.nextInt(6), words[random.nextInt(4)]));

        assertThat(score(Ranking.of(CAUSES, PRIORS, evidence), "b").probability())
                .isGreaterThanOrEqualTo(before - 1e-15);
    }

    private static List<Evidence> some(Random random) {
        List<Evidence> evidence = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            evidence.add(evidence(
                    List.of("a", "b", "c", "d").get(random.nextInt(4)),
                    "g" + random.nextInt(5),
                    Strength.values()[random.nextInt(Strength.values().length)]));
        }
        return evidence;
    }

    private static Evidence evidence(String cause, String group, Strength strength) {
        String rule = cause + "/" + group + "-" + strength;
        return new Evidence(rule, cause, group, strength, "because", List.of(new Symptom("s", "yes")));
    }

    private static List<String> ids(Ranking ranking) {
        return ranking.scores().stream().map(score -> score.cause().id()).toList();
    }

    private static Score score(Ranking ranking, String id) {
        return ranking.scores().stream()
                .filter(score -> score.cause().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, Cause> causes(String... ids) {
        Map<String, Cause> causes = new TreeMap<>();
        for (String id : ids) {
            Fix check = new Fix(
                    "check-" + id,
                    "Check " + id,
                    Fix.Kind.CHECK,
                    List.of("Look."),
                    List.of(),
                    Place.HOST,
                    Privilege.USER,
                    1,
                    Risk.NONE,
                    false,
                    "",
                    "seen",
                    "",
                    "",
                    List.of());
            causes.put(
                    id,
                    new Cause(
                            id,
                            "area",
                            id,
                            Stage.TCP,
                            id,
                            Frequency.RARE,
                            List.of(),
                            check,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            ""));
        }
        return causes;
    }
}
