package dev.reconnect.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the list of dangerous commands, {@code knowledge/safety/*.yaml}. */
final class DangerousCommandsFile {

    private static final List<String> KEYS = List.of("id", "class", "patterns", "unless", "why", "instead");

    private final List<DangerousCommands.Entry> entries = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    DangerousCommands commands() {
        return new DangerousCommands(entries);
    }

    void read(Sheet sheet) {
        YamlTree.Read tree = YamlTree.read(sheet);
        Fields file = new Fields(sheet, tree.root(), tree.broken(), List.of("commands"));
        if (!file.has("commands")) {
            file.missing("commands", "Start the file with \"commands:\" and list the dangerous commands below it.");
        }
        for (Fields fields : file.blocks("commands", KEYS)) {
            entry(sheet, fields);
        }
    }

    private void entry(Sheet sheet, Fields fields) {
        String id = fields.text("id", "A short name in lower case with hyphens.");
        if (!id.isEmpty() && !ids.add(id)) {
            sheet.error(fields.at("id"), "duplicate-id", "this id is already used", "Change it.");
        }
        if (!fields.has("patterns")) {
            fields.missing("patterns", "The words that make up the command.");
        }
        entries.add(new DangerousCommands.Entry(
                id,
                fields.word("class", DangerousCommands.Class.class, DangerousCommands.Class.REFUSED),
                fields.texts("patterns").stream().map(CommandPattern::new).toList(),
                fields.texts("unless").stream().map(CommandPattern::new).toList(),
                fields.text("why", "What the command does."),
                fields.text("instead", "The safer way.")));
    }
}
