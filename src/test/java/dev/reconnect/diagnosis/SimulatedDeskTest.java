package dev.reconnect.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedDeskTest {

    private static final int DAYS = 60;
    private static final int SHIFT = 30;
    private static final String STRUCK = "c07";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void twentyThousandOutcomesBringItWithinTenPercentOfTheBestPossible(long seed) {
        SimulatedDesk desk = new SimulatedDesk(seed);
        List<Double> excess = new ArrayList<>();
        double best = desk.bestLogLoss();
        Run run = new Run(desk);
        for (int day = 0; day < DAYS; day++) {
            if (day % 15 == 0) {
                excess.add(desk.logLoss(run.priors()) - best);
            }
            run.work();
        }
        double end = desk.logLoss(run.priors());
        excess.add(end - best);

        assertThat(run.lessons).hasSizeGreaterThanOrEqualTo(20_000);
        assertThat(end).isLessThan(1.1 * best);
        assertThat(excess).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void followsAShiftWithinAWeek(long seed) {
        SimulatedDesk desk = new SimulatedDesk(seed);
        Run run = new Run(desk);
        for (int day = 0; day < SHIFT; day++) {
            run.work();
        }
        desk.shift(STRUCK);
        double best = desk.bestLogLoss();
        double before = desk.logLoss(run.priors());
        for (int day = 0; day < 7; day++) {
            run.work();
        }
        double after = desk.logLoss(run.priors());

        assertThat(after).isLessThan(1.1 * best);
        assertThat(after - best).isLessThan((before - best) / 3);
    }

    private static final class Run {
        private final SimulatedDesk desk;
        private final List<Lesson> lessons = new ArrayList<>();
        private final List<DayOfClient> days = new ArrayList<>();
        private final Learning learning;
        private long today;
        private LearnedPriors priors;

        Run(SimulatedDesk desk) {
            this.desk = desk;
            this.learning = new Learning(desk.authored(), Learning.Settings.DEFAULT);
            this.priors = LearnedPriors.everywhere(desk.authored());
        }

        LearnedPriors priors() {
            return priors;
        }

        void work() {
            List<Lesson> day = desk.work(today, priors);
            lessons.addAll(day);
            days.addAll(DayOfClient.of(day));
            priors = learning.learn(days, today).on("p" + today, desk.authored());
            today++;
        }
    }
}
