package dev.reconnect.diagnosis;

import dev.reconnect.knowledge.Command;
import dev.reconnect.knowledge.Fix;
import dev.reconnect.knowledge.Place;
import dev.reconnect.knowledge.Privilege;
import dev.reconnect.knowledge.Risk;
import java.util.List;
import java.util.Objects;

/**
 * What to do, in the order that solves the failure in the least expected time.
 *
 * @param expectedMinutes minutes until the failure is solved or handed on, on average, hand-overs included
 * @param escalateAfter   after how many of the steps it is better to hand the case on; the number of steps when all are
 *                        worth their while
 */
public record Plan(List<Step> steps, double expectedMinutes, int escalateAfter) {

    public Plan {
        steps = List.copyOf(steps);
    }

    /**
     * One step: a change, or a read-only check that comes before a change that it may save.
     *
     * @param causes             the causes that it is about, most probable first
     * @param probabilityItHelps that it resolves the failure, given that the changes before it did not; for a check that it
     *                           confirms its cause
     * @param unconfirmed        whether no check has confirmed the cause yet: then the step is a trial
     * @param reason             why this variant was chosen; empty when no rule had a say
     */
    public record Step(
            String fix,
            Fix.Kind kind,
            String title,
            List<String> causes,
            List<String> instructions,
            List<Command> commands,
            Place where,
            Privilege privilege,
            double minutes,
            Risk risk,
            boolean weakensSecurity,
            String warning,
            String verify,
            String undo,
            double probabilityItHelps,
            boolean unconfirmed,
            String reason) {

        public Step {
            Objects.requireNonNull(fix, "fix");
            causes = List.copyOf(causes);
            instructions = List.copyOf(instructions);
            commands = List.copyOf(commands);
        }
    }
}
