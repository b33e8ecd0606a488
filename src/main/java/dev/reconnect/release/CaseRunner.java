package dev.reconnect.release;

import dev.reconnect.diagnosis.Priors;
import dev.reconnect.diagnosis.Ranking;
import dev.reconnect.diagnosis.Score;
import dev.reconnect.knowledge.Case;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.knowledge.Nearest;
import dev.reconnect.rules.Conclusions;
import dev.reconnect.rules.FiringLimitReached;
import dev.reconnect.rules.Inference;
import dev.reconnect.rules.Rule;
import dev.reconnect.rules.RuleBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs cases against the built rules: what must fire, what must stay silent, where the cause must end up. It looks at
 * what the rule base does, not at what the files say, so that a rule which never fires is noticed whatever the reason.
 */
public final class CaseRunner {

    /** A cause below this probability counts as ruled out. */
    static final double RULED_OUT = 0.001;

    private static final int SHOWN = 3;

    private final Knowledge knowledge;
    private final RuleBase rules;
    private final Priors priors;
    private final Set<String> unreadable;
    private final Map<String, Rule> byName = new HashMap<>();

    /**
     * @param unreadable names of rules that could not be read: they have flaws of their own, and what cases expect of them
     *                   is not held against the cases
     */
    public CaseRunner(Knowledge knowledge, RuleBase rules, Set<String> unreadable) {
        this.knowledge = knowledge;
        this.rules = rules;
        this.priors = Priors.authored(knowledge);
        this.unreadable = Set.copyOf(unreadable);
        rules.rules().forEach(rule -> byName.put(rule.name(), rule));
    }

    /** The flaws of all cases of the knowledge, at the place of each case. */
    public List<Flaw> run() {
        List<Flaw> flaws = new ArrayList<>();
        knowledge.cases().forEach(tested -> flaws.addAll(run(tested)));
        return flaws;
    }

    /** What the case expects and does not get. */
    public List<Flaw> run(Case tested) {
        // A case with nothing but text is read by the intake room first; see the quality report.
        if (tested.symptoms().isEmpty()) {
            return List.of();
        }
        if (tested.symptoms().size() > Inference.MOST_SYMPTOMS) {
            return List.of(flaw(
                    tested,
                    "too-many-symptoms",
                    "it has " + tested.symptoms().size() + " symptoms, at most " + Inference.MOST_SYMPTOMS
                            + " are applied",
                    "Keep those that its rules read."));
        }
        try (Inference inference = rules.open(tested.symptoms())) {
            return compare(tested, inference.conclusions());
        } catch (FiringLimitReached e) {
            return List.of(flaw(tested, "endless-rules", e.getMessage(), "Two rules derive each other's symptoms."));
        }
    }

    private List<Flaw> compare(Case tested, Conclusions conclusions) {
        List<Flaw> flaws = new ArrayList<>();
        Set<String> fired = fired(conclusions);
        NearestMiss miss = new NearestMiss(tested.symptoms(), conclusions.derived());
        for (String name : tested.fires()) {
            if (isKnown(tested, name, flaws) && !fired.contains(name)) {
                flaws.add(flaw(
                        tested,
                        "rule-silent",
                        "the rule \"" + name + "\" must fire here but does not: " + miss.of(byName.get(name)),
                        "Change the rule's condition or the case's symptoms."));
            }
        }
        for (String name : tested.silent()) {
            if (isKnown(tested, name, flaws) && fired.contains(name)) {
                flaws.add(flaw(
                        tested,
                        "rule-fires",
                        "the rule \"" + name + "\" must not fire here but does, on " + miss.matched(byName.get(name)),
                        "Add the condition that sets this case apart, or correct the case."));
            }
        }
        if (!tested.cause().isEmpty()) {
            flaws.addAll(expect(tested, Ranking.of(knowledge.causes(), priors, conclusions.evidence())));
        }
        return flaws;
    }

    static Set<String> fired(Conclusions conclusions) {
        Set<String> fired = new TreeSet<>();
        conclusions.evidence().forEach(item -> fired.add(item.rule()));
        conclusions.advice().forEach(item -> fired.add(item.rule()));
        conclusions.warnings().forEach(item -> fired.add(item.rule()));
        conclusions.derived().forEach(item -> fired.add(item.rule()));
        return fired;
    }

    private boolean isKnown(Case tested, String name, List<Flaw> flaws) {
        if (!byName.containsKey(name) && !unreadable.contains(name)) {
            flaws.add(flaw(
                    tested,
                    "unknown-rule",
                    "there is no rule \"" + name + "\"",
                    Nearest.hint(name, byName.keySet(), "Rules are named <file>/<condition>.")));
        }
        return byName.containsKey(name);
    }

    private List<Flaw> expect(Case tested, Ranking ranking) {
        int rank = rank(tested, ranking);
        if (rank == 0 || isMet(tested, ranking)) {
            return List.of();
        }
        Score score = ranking.scores().get(rank - 1);
        String expected = tested.expect().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return List.of(
                flaw(
                        tested,
                        "wrong-rank",
                        "\"" + tested.cause() + "\" must be " + expected + " but is number " + rank + ": "
                                + shown(ranking, rank),
                        score.supporting().isEmpty() && tested.expect() != Case.Expect.RULED_OUT
                                ? "No rule speaks for it here: give the case the symptoms that its rules read."
                                : "Look at the evidence of both: is a weight too strong, or is something missing that speaks against?"));
    }

    /** Of the cause or the best of the acceptable ones; 0 when none is known. */
    private static int rank(Case tested, Ranking ranking) {
        for (int i = 0; i < ranking.scores().size(); i++) {
            String cause = ranking.scores().get(i).cause().id();
            if (cause.equals(tested.cause()) || tested.acceptable().contains(cause)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Whether the cause is where the case expects it. */
    static boolean isMet(Case tested, Ranking ranking) {
        int rank = rank(tested, ranking);
        if (rank == 0) {
            return true;
        }
        Score score = ranking.scores().get(rank - 1);
        return switch (tested.expect()) {
            case FIRST -> rank == 1 && !score.supporting().isEmpty();
            case TOP_3 -> rank <= 3 && !score.supporting().isEmpty();
            case NOT_FIRST -> rank > 1;
            case RULED_OUT -> score.probability() < RULED_OUT;
            case ANY -> true;
        };
    }

    /** The leading causes and the one in question, each with its evidence. */
    private static String shown(Ranking ranking, int rank) {
        List<String> shown = new ArrayList<>();
        for (int i = 1; i <= ranking.scores().size(); i++) {
            if (i <= SHOWN || i == rank) {
                Score score = ranking.scores().get(i - 1);
                List<String> evidence = new ArrayList<>();
                score.supporting().forEach(item -> evidence.add("+" + item.decibans() + " " + item.rule()));
                score.opposing().forEach(item -> evidence.add(item.decibans() + " " + item.rule()));
                shown.add(String.format(
                                Locale.ROOT, "%d. %s %.2f%%", i, score.cause().id(), 100 * score.probability())
                        + (evidence.isEmpty() ? "" : " (" + String.join(", ", evidence) + ")"));
            }
        }
        return String.join("; ", shown);
    }

    private static Flaw flaw(Case tested, String code, String message, String hint) {
        return new Flaw(
                tested.file(),
                tested.line(),
                1,
                Flaw.Severity.ERROR,
                code,
                "case \"" + tested.name() + "\": " + message,
                hint,
                "");
    }
}
