package dev.reconnect.diagnosis;

import dev.reconnect.knowledge.Fix;
import dev.reconnect.knowledge.Privilege;
import dev.reconnect.knowledge.Risk;

/**
 * What a step costs besides its own minutes, in minutes. Judgements, in one place: a plan's order follows from them.
 */
final class Costs {

    /** Another person has to be found and told before the step. */
    static final double HAND_OVER = 15;

    /** Handing the case on unsolved: the wait for the next level. */
    static final double ESCALATION = 240;

    /** A fix that weakens security costs as much as an hour of somebody's worry, on top of its risk. */
    static final double WEAKENING = 60;

    private Costs() {}

    /** What the risk of a change is worth in minutes: what it takes to repair, times how often that happens. */
    static double premium(Fix fix) {
        return riskPremium(fix.risk()) + (fix.weakens() ? WEAKENING : 0);
    }

    private static double riskPremium(Risk risk) {
        return switch (risk) {
            case NONE -> 0;
            case LOW -> 2;
            case MEDIUM -> 12;
            case HIGH -> 60;
        };
    }

    /** Nothing while the same role goes on, and a plain user's step can be done by whoever is at it. */
    static double handOver(Privilege from, Privilege to) {
        return from == to || to == Privilege.USER ? 0 : HAND_OVER;
    }
}
