package dev.reconnect.diagnosis;

import java.util.Optional;

/** How far a diagnosis got. */
public enum Status {
    /** One cause is probable, clearly leads, and evidence speaks for it. */
    DETERMINED,
    /** A question is left whose answer would help. */
    NEEDS_MORE,
    /** Nothing but priors speaks, or a cause outside the knowledge base leads, or no question is left that helps. */
    UNDETERMINED;

    /** The probability from which a leading cause can be called determined. */
    static final double THRESHOLD = 0.70;

    /** How many times as probable as the second cause it must be. */
    static final double LEAD = 3.0;

    /** The weight of evidence, in decibans, without which no cause is determined however common it is. */
    static final int EVIDENCE = 10;

    static boolean determines(Ranking ranking) {
        Optional<Score> first = ranking.scores().stream().findFirst();
        if (first.isEmpty() || first.get().decibans() < EVIDENCE) {
            return false;
        }
        double second = ranking.scores().size() > 1 ? ranking.scores().get(1).probability() : 0;
        double rival = Math.max(second, ranking.other());
        return first.get().probability() >= THRESHOLD && first.get().probability() >= LEAD * rival;
    }

    /** Whether evidence speaks for the leading cause, and a cause of the knowledge base leads at all. */
    static boolean isGrounded(Ranking ranking) {
        return !ranking.scores().isEmpty()
                && !ranking.scores().get(0).supporting().isEmpty()
                && ranking.other() < ranking.scores().get(0).probability();
    }
}
