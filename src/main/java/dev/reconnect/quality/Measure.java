package dev.reconnect.quality;

import dev.reconnect.fact.Symptom;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One figure of the report: a number per answer, averaged. {@code NaN} leaves an answer out. */
public enum Measure {
    TOP_1("top-1", "lenient", true, answer -> within(answer, true, 1)),
    TOP_3("top-3", "lenient", true, answer -> within(answer, true, 3)),
    TOP_5("top-5", "lenient", true, answer -> within(answer, true, 5)),
    MRR("MRR", "lenient", false, answer -> reciprocal(answer, true)),
    TOP_1_STRICT("top-1", "strict", true, answer -> within(answer, false, 1)),
    TOP_3_STRICT("top-3", "strict", true, answer -> within(answer, false, 3)),
    TOP_5_STRICT("top-5", "strict", true, answer -> within(answer, false, 5)),
    MRR_STRICT("MRR", "strict", false, answer -> reciprocal(answer, false)),
    BRIER("Brier", "strict", false, Answer::brier),
    DETERMINED("determined", "", true, answer -> answer.determined() ? 1 : 0),
    DETERMINED_RIGHT(
            "right if det.", "lenient", true, answer -> answer.determined() ? within(answer, true, 1) : Double.NaN),
    QUESTIONS("questions", "asked", false, answer -> asked(answer.interview())),
    QUESTIONS_CHECKLIST("questions", "checklist", false, answer -> asked(answer.checklist())),
    TOP_1_INTERVIEW("top-1 after", "asked", true, answer -> right(answer.interview())),
    TOP_1_CHECKLIST("top-1 after", "checklist", true, answer -> right(answer.checklist())),
    FOUND("stated symp.", "read in text", true, Measure::found),
    CONTRADICTED("read symptoms", "contradicted", true, Measure::contradicted),
    MINUTES("minutes", "plan", false, answer -> answer.plannedMinutes().orElse(Double.NaN)),
    MINUTES_NAIVE(
            "minutes", "probable 1st", false, answer -> answer.naiveMinutes().orElse(Double.NaN));

    private final String title;
    private final String variant;
    private final boolean percent;
    private final ToDoubleFunction<Answer> value;

    Measure(String title, String variant, boolean percent, ToDoubleFunction<Answer> value) {
        this.title = title;
        this.variant = variant;
        this.percent = percent;
        this.value = value;
    }

    public String title() {
        return title;
    }

    public String variant() {
        return variant;
    }

    /** Whether it is a share, to be shown in percent. */
    public boolean isPercent() {
        return percent;
    }

    double of(Answer answer) {
        return value.applyAsDouble(answer);
    }

    private static double within(Answer answer, boolean lenient, int most) {
        int rank = answer.rank(lenient);
        return rank >= 1 && rank <= most ? 1 : 0;
    }

    private static double reciprocal(Answer answer, boolean lenient) {
        int rank = answer.rank(lenient);
        return rank == 0 ? 0 : 1.0 / rank;
    }

    private static double asked(Answer.Interviewed interviewed) {
        return interviewed.took() ? interviewed.asked() : Double.NaN;
    }

    private static double right(Answer.Interviewed interviewed) {
        if (!interviewed.took()) {
            return Double.NaN;
        }
        return interviewed.right() ? 1 : 0;
    }

    /** How many of the stated symptoms were read out of the text as well. */
    private static double found(Answer answer) {
        List<Symptom> stated = answer.trial().symptoms();
        return stated.isEmpty()
                        || answer.trial().text().isEmpty()
                        || answer.read().isEmpty()
                ? Double.NaN
                : (double) stated.stream().filter(answer.read()::contains).count() / stated.size();
    }

    /** How many of the symptoms that were read out of the text are stated with another value. */
    private static double contradicted(Answer answer) {
        List<Symptom> stated = answer.trial().symptoms();
        if (stated.isEmpty() || answer.read().isEmpty()) {
            return Double.NaN;
        }
        long other = answer.read().stream()
                .filter(read -> !stated.contains(read)
                        && stated.stream().anyMatch(symptom -> symptom.id().equals(read.id())))
                .count();
        return (double) other / answer.read().size();
    }
}
