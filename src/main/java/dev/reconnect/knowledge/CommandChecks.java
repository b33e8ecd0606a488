package dev.reconnect.knowledge;

import java.util.List;
import java.util.Optional;

/** Holds the commands of a fix or a check against the list of dangerous ones and against the grammar of their shell. */
final class CommandChecks {

    private final DangerousCommands dangerous;

    CommandChecks(DangerousCommands dangerous) {
        this.dangerous = dangerous;
    }

    void change(Fields fields, Fix fix, List<ActionFields.PlacedCommand> commands) {
        for (ActionFields.PlacedCommand placed : commands) {
            shape(fields.sheet(), placed);
            dangerous.find(placed.command().text()).ifPresent(entry -> change(fields.sheet(), fix, entry, placed.at()));
        }
        refusedInInstructions(fields);
    }

    private static void change(Sheet sheet, Fix fix, DangerousCommands.Entry entry, Node at) {
        String what = "dangerous command (" + entry.id() + "): " + entry.why();
        if (entry.kind() == DangerousCommands.Class.REFUSED) {
            sheet.error(at, "refused-command", what, "It is never offered. " + entry.instead());
        } else if (entry.kind() == DangerousCommands.Class.WEAKENS && !fix.weakens()) {
            sheet.error(
                    at,
                    "dangerous-command",
                    what,
                    "Say \"weakens: true\" with warning, undo and safer-first, or better: " + entry.instead());
        } else if (fix.risk().compareTo(Risk.MEDIUM) < 0
                || fix.warning().isEmpty()
                || fix.undo().isEmpty()) {
            sheet.error(
                    at,
                    "dangerous-command",
                    what,
                    "It needs risk medium or high, a warning and an undo. " + entry.instead());
        }
    }

    void check(Fields fields, Fix check, List<ActionFields.PlacedCommand> commands) {
        for (ActionFields.PlacedCommand placed : commands) {
            shape(fields.sheet(), placed);
            String text = placed.command().text();
            Optional<DangerousCommands.Entry> danger = dangerous.find(text);
            if (danger.isPresent()) {
                DangerousCommands.Entry entry = danger.get();
                fields.sheet()
                        .error(
                                placed.at(),
                                "dangerous-command",
                                "dangerous command in a check (" + entry.id() + "): " + entry.why(),
                                "A check only reads. " + entry.instead());
            } else {
                ChangingVerbs.find(text).ifPresent(verb -> fields.sheet()
                        .error(
                                placed.at(),
                                "check-changes",
                                "the check of a cause only reads, but \"" + verb + "\" changes something",
                                "Use a command that shows the state (Get-..., query, reg query), or make it a fix."));
            }
        }
        refusedInInstructions(fields);
    }

    private void refusedInInstructions(Fields fields) {
        if (!fields.has("instructions")) {
            return;
        }
        Node list = fields.at("instructions");
        List<Node> steps = list instanceof Node.Sequence sequence ? sequence.items() : List.of();
        for (Node step : steps) {
            String text = step instanceof Node.Scalar scalar ? scalar.text() : "";
            dangerous.findRefused(text.replace(". ", "\n")).ifPresent(entry -> fields.sheet()
                    .error(
                            step,
                            "refused-command",
                            "dangerous command in a step (" + entry.id() + "): " + entry.why(),
                            "It is never offered. " + entry.instead()));
        }
    }

    private static void shape(Sheet sheet, ActionFields.PlacedCommand placed) {
        for (CommandShape.Fault fault : CommandShape.faults(placed.command())) {
            sheet.error(placed.at(), "command-" + fault.code(), fault.message(), fault.hint());
        }
    }
}
