package dev.reconnect.rules;

import dev.reconnect.knowledge.Cause;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.Flaw.Severity;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.knowledge.Nearest;
import java.util.List;
import java.util.Optional;

/** Whether the cause that a rule file is named after exists, and in its area. */
final class FileChecks {

    private FileChecks() {}

    static void check(ReadFile file, Knowledge knowledge, List<Flaw> flaws) {
        Optional<RulePath> place = RulePath.of(file.path()).filter(path -> !path.isGeneral());
        place.ifPresent(path -> {
            Cause cause = knowledge.causes().get(path.name());
            if (cause == null) {
                flaws.add(new RuleText(file)
                        .atFile(
                                Severity.ERROR,
                                "unknown-cause",
                                "there is no cause \"" + path.name() + "\" that this file could speak about",
                                Nearest.hint(
                                        path.name(),
                                        knowledge.causes().keySet(),
                                        "Write knowledge/causes/" + path.area() + "/" + path.name() + ".yaml.")));
            } else if (!cause.area().equals(path.area())) {
                flaws.add(new RuleText(file)
                        .atFile(
                                Severity.ERROR,
                                "wrong-area",
                                "the cause \"" + cause.id() + "\" belongs to the area \"" + cause.area() + "\"",
                                "Move the file to rules/" + cause.area() + "."));
            }
        });
    }
}
