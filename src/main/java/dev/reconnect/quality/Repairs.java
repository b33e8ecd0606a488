package dev.reconnect.quality;

import dev.reconnect.diagnosis.Diagnosis;
import dev.reconnect.diagnosis.Plan;
import dev.reconnect.diagnosis.Priors;
import dev.reconnect.knowledge.Cause;
import dev.reconnect.knowledge.Fix;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.knowledge.Privilege;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The minutes that it takes on average to repair a cause that is really there, going by this plan or that. */
final class Repairs {

    /** Minutes to find and tell another person, and to wait for the next level when nothing helped. */
    private static final double HAND_OVER = 15;

    private static final double ESCALATION = 240;

    /** As the plan: causes below this share get no fix of their own, and no more fixes than this. */
    private static final double WORTH_A_STEP = 0.02;

    private static final int MOST_FIXES = 7;

    private final Knowledge knowledge;
    private final Priors priors;

    Repairs(Knowledge knowledge, Priors priors) {
        this.knowledge = knowledge;
        this.priors = priors;
    }

    boolean isKnown(String cause) {
        return knowledge.causes().containsKey(cause);
    }

    /** By the plan, up to where it says to hand on. A check that finds nothing saves the fixes of its cause. */
    double following(Plan plan, String truth) {
        Walk walk = new Walk(truth);
        Set<String> cleared = new HashSet<>();
        for (Plan.Step step : plan.steps()
                .subList(0, Math.min(plan.escalateAfter(), plan.steps().size()))) {
            if (step.kind() == Fix.Kind.CHECK) {
                walk.spend(step.minutes(), step.privilege());
                step.causes().stream().filter(cause -> !cause.equals(truth)).forEach(cleared::add);
            } else if (!cleared.containsAll(step.causes())) {
                walk.attempt(step.fix(), step.minutes(), step.privilege());
            }
        }
        return walk.handOn();
    }

    /** By taking the causes as they rank, and the fixes of each as its author lists them. */
    double mostProbableFirst(List<Diagnosis.RankedCause> causes, String truth) {
        Map<String, Fix> order = new LinkedHashMap<>();
        for (Diagnosis.RankedCause ranked : causes) {
            if (ranked.probability() >= WORTH_A_STEP) {
                for (Cause.FixUse use : knowledge.causes().get(ranked.id()).fixes()) {
                    Fix fix = knowledge.fixes().get(use.fix());
                    if (fix != null && order.size() < MOST_FIXES) {
                        order.putIfAbsent(fix.id(), fix);
                    }
                }
            }
        }
        Walk walk = new Walk(truth);
        order.values().forEach(fix -> walk.attempt(fix.id(), fix.minutes(), fix.privilege()));
        return walk.handOn();
    }

    /** One way through the steps. */
    private final class Walk {

        private final String truth;
        private Privilege last = Privilege.LOCAL_ADMIN;
        private double unsolved = 1;
        private double minutes;

        Walk(String truth) {
            this.truth = truth;
        }

        void spend(double hands, Privilege privilege) {
            boolean handed = privilege != last && privilege != Privilege.USER;
            minutes += unsolved * (hands + (handed ? HAND_OVER : 0));
            last = handed ? privilege : last;
        }

        void attempt(String fix, double hands, Privilege privilege) {
            spend(hands, privilege);
            unsolved *= 1 - priors.helps(truth, fix);
        }

        double handOn() {
            return minutes + unsolved * ESCALATION;
        }
    }
}
