package dev.reconnect.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearningTest {

    private static final String SEGMENT = "host=windows,client=any,pam=no";
    private static final Priors AUTHORED = new Priors(
            "authored",
            Map.of("common", 200.0, "rare", 5.0, "very-rare", 1.0),
            10.8,
            Map.of("common/restart", 0.6, "rare/restart", 0.2, "rare/renew", 0.8),
            Map.of("restart", 5.0, "renew", 10.0));
    private static final Learning LEARNING = new Learning(AUTHORED, Learning.Settings.DEFAULT);
    private static final Attribution ATTRIBUTION = new Attribution(AUTHORED);
    private static final Map<String, Double> POSTERIOR = Map.of("common", 0.5, "rare", 0.3, "other", 0.2);

    @Test
    void changesNothingWithoutLessons() {
        LearnedPriors priors = LEARNING.learn(List.of(), 100).on("p", AUTHORED);

        double sum = 206 + 10.8;
        assertThat(priors.shared().parts().get("rare")).isCloseTo(400 * 5 / sum, within(1e-9));
        assertThat(priors.shared().helps("rare", "renew")).isEqualTo(0.8);
        assertThat(priors.shared().minutes().get("restart")).isEqualTo(5.0);
        assertThat(LEARNING.learn(List.of(), 100).isEmpty()).isTrue();
    }

    @Test
    void sharesAFixThatWorkedByPosteriorTimesHelps() {
        Lesson lesson = lesson(POSTERIOR, tried("restart", Outcome.Result.WORKED));

        assertThat(lesson.causes().get("common")).isEqualTo(Math.round(1e6 * 0.30 / 0.36));
        assertThat(lesson.causes().get("rare")).isEqualTo(Math.round(1e6 * 0.06 / 0.36));
        assertThat(lesson.causes()).doesNotContainKey("other");
    }

    @Test
    void lowersCausesWhoseFixDidNotHelp() {
        Outcome outcome = new Outcome(
                List.of(
                        new Outcome.Tried("renew", Outcome.Result.DID_NOT_HELP, Optional.empty()),
                        new Outcome.Tried("restart", Outcome.Result.WORKED, Optional.empty())),
                Optional.empty(),
                Set.of());

        Lesson lesson = ATTRIBUTION.lesson(1, "c", SEGMENT, POSTERIOR, outcome);

        assertThat(lesson.causes().get("rare")).isEqualTo(Math.round(1e6 * 0.012 / 0.312));
    }

    @Test
    void learnsNothingFromFixesThatNobodyTried() {
        Lesson lesson = lesson(POSTERIOR, tried("renew", Outcome.Result.SKIPPED));

        assertThat(lesson.causes()).isEmpty();
        assertThat(lesson.tried()).isEmpty();
    }

    @Test
    void countsAnUnsolvedCaseByWhatIsStillProbable() {
        Lesson lesson = lesson(POSTERIOR, tried("renew", Outcome.Result.DID_NOT_HELP));

        assertThat(lesson.causes().get("rare")).isEqualTo(Math.round(1e6 * 0.06 / 0.76));
        assertThat(lesson.causes().get("other")).isEqualTo(Math.round(1e6 * 0.2 / 0.76));
    }

    @Test
    void countsAConfirmedCauseWhole() {
        Outcome outcome = new Outcome(
                List.of(new Outcome.Tried("renew", Outcome.Result.WORKED, Optional.empty())),
                Optional.of("very-rare"),
                Set.of());

        Lesson lesson = ATTRIBUTION.lesson(1, "c", SEGMENT, POSTERIOR, outcome);

        assertThat(lesson.causes()).isEqualTo(Map.of("very-rare", Lesson.WHOLE));
        assertThat(lesson.tried()).isEmpty();
    }

    @Test
    void takesARecurredFixAsOneThatDidNotHelp() {
        Outcome outcome = tried("renew", Outcome.Result.WORKED).recurred();

        assertThat(outcome.hasWorked()).isFalse();
        assertThat(lesson(POSTERIOR, outcome).tried()).allMatch(trial -> !trial.worked());
    }

    @Test
    void theLaterWordOnACaseCounts() {
        Outcome both = tried("renew", Outcome.Result.DID_NOT_HELP)
                .then(new Outcome(List.of(), Optional.of("rare"), Set.of("common")))
                .then(tried("renew", Outcome.Result.WORKED));

        assertThat(both.tried()).hasSize(1);
        assertThat(both.hasWorked()).isTrue();
        assertThat(both.confirmed()).contains("rare");
        assertThat(both.excluded()).containsExactly("common");
    }

    @Test
    void twoReplicasAgreeToTheLastDigitWhateverTheOrder() {
        Random random = new Random(5);
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            double common = random.nextDouble();
            lessons.add(ATTRIBUTION.lesson(
                    90 + random.nextInt(10),
                    "client-" + random.nextInt(7),
                    "segment-" + random.nextInt(3),
                    Map.of("common", common, "rare", (1 - common) * 0.7, "other", (1 - common) * 0.3),
                    tried(random.nextBoolean() ? "restart" : "renew", Outcome.Result.WORKED)));
        }
        Learned one = LEARNING.learn(DayOfClient.of(lessons), 100);
        Collections.shuffle(lessons, random);

        assertThat(LEARNING.learn(DayOfClient.of(lessons), 100)).isEqualTo(one);
    }

    @Test
    void aCaseCountsHalfAfterTheHalfLife() {
        List<DayOfClient> days = DayOfClient.of(List.of(confirmed(93, "c", "common")));

        assertThat(LEARNING.learn(days, 93).cases().get(SEGMENT).get("common")).isEqualTo(1.0);
        assertThat(LEARNING.learn(days, 100).cases().get(SEGMENT).get("common")).isCloseTo(0.5, within(1e-12));
        assertThat(LEARNING.learn(days, 300).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"common", "rare", "very-rare", "other"})
    void oneClientAtMostDoublesTheOddsOfACauseInADay(String cause) {
        List<Lesson> lies = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            lies.add(confirmed(100, "liar", cause));
        }
        Map<String, Double> before = odds(LEARNING.learn(List.of(), 100));
        Map<String, Double> after = odds(LEARNING.learn(DayOfClient.of(lies), 100));

        for (String one : before.keySet()) {
            for (String other : before.keySet()) {
                double factor = after.get(one) / after.get(other) / (before.get(one) / before.get(other));
                assertThat(factor).as(one + " against " + other).isBetween(0.95 / 2, 2 / 0.95);
            }
        }
        assertThat(after.get(cause) / sum(after)).isGreaterThan(before.get(cause) / sum(before));
    }

    @Test
    void oneClientMovesNoProbabilityOfADiagnosisBeyondTheBound() {
        SimulatedDesk desk = new SimulatedDesk(4);
        Learning learning = new Learning(desk.authored(), Learning.Settings.DEFAULT);
        List<Lesson> honest = new ArrayList<>();
        LearnedPriors before = LearnedPriors.everywhere(desk.authored());
        for (int day = 0; day < 10; day++) {
            honest.addAll(desk.work(day, before));
            before = learning.learn(DayOfClient.of(honest), day).on("p", desk.authored());
        }
        double most = 0;
        for (String victim : desk.causes().subList(0, 12)) {
            List<Lesson> all = new ArrayList<>(honest);
            for (int i = 0; i < 10_000; i++) {
                all.add(new Lesson(9, "liar", "host=windows", Map.of(victim, Lesson.WHOLE), List.of()));
            }
            LearnedPriors after = learning.learn(DayOfClient.of(all), 9).on("p", desk.authored());
            for (SimulatedDesk.Seen seen : desk.judged().subList(0, 300)) {
                Map<String, Double> was = desk.diagnose(before, seen);
                Map<String, Double> is = desk.diagnose(after, seen);
                for (String cause : was.keySet()) {
                    most = Math.max(most, Math.abs(is.get(cause) - was.get(cause)));
                }
            }
        }

        assertThat(most).isBetween(0.02, Learning.MOST_A_CLIENT_MOVES);
    }

    @Test
    void oneClientMovesNoFixByMoreThanTwoTrialsADay() {
        List<Lesson> lies = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            lies.add(new Lesson(
                    100,
                    "liar",
                    SEGMENT,
                    Map.of(),
                    List.of(new Lesson.Trial("rare", "renew", Lesson.WHOLE, false, 1_000_000))));
        }
        Priors priors =
                LEARNING.learn(DayOfClient.of(lies), 100).on("p", AUTHORED).shared();

        assertThat(priors.helps("rare", "renew")).isCloseTo(0.8 * 10 / 12, within(1e-9));
        assertThat(priors.minutes().get("renew")).isCloseTo((10 * 10 + 2 * 40) / 12.0, within(1e-9));
    }

    @Test
    void manyClientsTogetherMakeARareCauseCommonInAWeek() {
        List<Lesson> lessons = new ArrayList<>();
        for (int day = 94; day <= 100; day++) {
            for (int client = 0; client < 20; client++) {
                for (int i = 0; i < 5; i++) {
                    lessons.add(confirmed(day, "client-" + client, "very-rare"));
                }
            }
        }
        Map<String, Double> odds = odds(LEARNING.learn(DayOfClient.of(lessons), 100));

        assertThat(odds.get("very-rare")).isGreaterThan(odds.get("common"));
    }

    @Test
    void leavesOutCausesThatNoAuthorKnows() {
        LearnedPriors priors = LEARNING.learn(DayOfClient.of(List.of(confirmed(100, "c", "retired"))), 100)
                .on("p", AUTHORED);

        assertThat(priors.segments().get(SEGMENT).parts()).doesNotContainKey("retired");
    }

    @Test
    void refusesMoreThanOneCaseInALesson() {
        assertThatThrownBy(() -> new Lesson(1, "c", "s", Map.of("a", Lesson.WHOLE, "b", 10L), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double sum(Map<String, Double> parts) {
        return parts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Of the segment when it has cases, otherwise of all; scaled alike. */
    private static Map<String, Double> odds(Learned learned) {
        LearnedPriors priors = learned.on("p", AUTHORED);
        Priors here = priors.segments().getOrDefault(SEGMENT, priors.shared());
        Map<String, Double> odds = new TreeMap<>(here.parts());
        odds.put("other", here.other());
        return odds;
    }

    private static Lesson confirmed(long day, String client, String cause) {
        return new Lesson(day, client, SEGMENT, Map.of(cause, Lesson.WHOLE), List.of());
    }

    private static Outcome tried(String fix, Outcome.Result result) {
        return new Outcome(List.of(new Outcome.Tried(fix, result, Optional.empty())), Optional.empty(), Set.of());
    }

    private static Lesson lesson(Map<String, Double> posterior, Outcome outcome) {
        return ATTRIBUTION.lesson(1, "c", SEGMENT, posterior, outcome);
    }
}
