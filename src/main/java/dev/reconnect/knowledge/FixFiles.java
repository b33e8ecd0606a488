package dev.reconnect.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the fixes, {@code knowledge/fixes/<area>/<fix>.yaml}. */
final class FixFiles {

    private static final List<String> KEYS = List.of(
            "title",
            "instructions",
            "commands",
            "where",
            "privilege",
            "minutes",
            "risk",
            "weakens",
            "warning",
            "verify",
            "undo",
            "safer-first",
            "sources");

    private final CommandChecks checks;
    private final SortedMap<String, Fix> fixes = new TreeMap<>();

    /** The blocks by id, so that links can be checked, and reported in place, once all files are read. */
    private final Map<String, Fields> blocks = new HashMap<>();

    FixFiles(CommandChecks checks) {
        this.checks = checks;
    }

    SortedMap<String, Fix> fixes() {
        return fixes;
    }

    void read(Sheet sheet) {
        String id = FileNames.idOf(sheet, "knowledge/fixes/<area>/<fix>.yaml");
        YamlTree.Read tree = YamlTree.read(sheet);
        Fields fields = new Fields(sheet, tree.root(), tree.broken(), KEYS);
        if (id.startsWith("check-")) {
            sheet.error(1, 1, "bad-id", "names that begin with \"check-\" belong to checks", "Rename the file.");
        }
        Fix fix = fix(id, fields);
        if (fixes.containsKey(id)) {
            sheet.error(
                    1,
                    1,
                    "duplicate-id",
                    "the fix \"" + id + "\" is also in "
                            + blocks.get(id).sheet().path(),
                    "Keep one of the two files; fixes may be shared by causes of any area.");
            return;
        }
        fixes.put(id, fix);
        blocks.put(id, fields);
    }

    private Fix fix(String id, Fields fields) {
        Risk risk = fields.word("risk", Risk.class, Risk.LOW);
        boolean weakens = fields.flag("weakens", false);
        List<ActionFields.PlacedCommand> commands = ActionFields.commands(fields);
        Fix fix = new Fix(
                id,
                fields.text("title", "What the fix does, in a few words."),
                Fix.Kind.CHANGE,
                ActionFields.instructions(fields),
                commands.stream().map(ActionFields.PlacedCommand::command).toList(),
                fields.word("where", Place.class, Place.HOST),
                fields.word("privilege", Privilege.class, Privilege.LOCAL_ADMIN),
                fields.wholeNumber("minutes", 1, ActionFields.LONGEST_MINUTES, 5),
                risk,
                weakens,
                fields.text("warning"),
                fields.text("verify", "How to see that it worked."),
                fields.text("undo"),
                fields.text("safer-first"),
                ActionFields.sources(fields));
        safeguards(fields, fix);
        checks.change(fields, fix, commands);
        return fix;
    }

    private static void safeguards(Fields fields, Fix fix) {
        if (fix.warning().isEmpty() && (fix.weakens() || fix.risk().compareTo(Risk.MEDIUM) >= 0)) {
            fields.missing(
                    "warning", "Mandatory from risk medium on and for what weakens security: what can go wrong?");
        }
        if (fix.undo().isEmpty() && (fix.weakens() || fix.risk() != Risk.NONE)) {
            fields.missing("undo", "Mandatory unless the risk is none: the way back.");
        }
        if (fix.weakens() && fix.saferFirst().isEmpty()) {
            fields.missing("safer-first", "Mandatory where security is weakened: the id of the fix to try before.");
        }
        if (fix.weakens() && fix.risk().compareTo(Risk.MEDIUM) < 0 && fields.has("risk")) {
            fields.sheet()
                    .error(
                            fields.at("risk"),
                            "risk-too-low",
                            "what weakens security has at least the risk medium",
                            "Write medium or high.");
        }
    }

    /** Links between fixes, once all are read. */
    void link() {
        fixes.values().stream().filter(fix -> !fix.saferFirst().isEmpty()).forEach(fix -> {
            Fields fields = blocks.get(fix.id());
            Node at = fields.at("safer-first");
            Fix safer = fixes.get(fix.saferFirst());
            if (safer == null) {
                fields.sheet()
                        .error(
                                at,
                                "unknown-fix",
                                "there is no fix \"" + Fields.shorten(fix.saferFirst()) + "\"",
                                Nearest.hint(fix.saferFirst(), fixes.keySet(), "Fixes stand in knowledge/fixes."));
            } else if (safer.id().equals(fix.id()) || safer.risk().compareTo(fix.risk()) > 0 || safer.weakens()) {
                fields.sheet()
                        .error(
                                at,
                                "not-safer",
                                "\"" + safer.id() + "\" is not safer than this fix",
                                "Name a fix that weakens nothing and has no higher risk.");
            }
        });
    }
}
