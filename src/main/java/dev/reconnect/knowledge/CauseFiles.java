package dev.reconnect.knowledge;

import dev.reconnect.fact.Symptom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the causes with their checks, {@code knowledge/causes/<area>/<cause>.yaml}. */
final class CauseFiles {

    private static final List<String> KEYS = List.of(
            "title",
            "stage",
            "frequency",
            "explanation",
            "check",
            "fixes",
            "corrections",
            "reports",
            "sources",
            "status",
            "because");
    private static final List<String> CHECK_KEYS =
            List.of("title", "where", "privilege", "minutes", "instructions", "commands", "confirms", "settles");
    private static final List<String> FIX_KEYS = List.of("fix", "helps");
    private static final List<String> SETTLES_KEYS = List.of("symptom", "value");

    private enum Status {
        ACTIVE,
        RETIRED
    }

    private final Map<String, SymptomDefinition> symptoms;
    private final CommandChecks checks;
    private final SortedMap<String, Cause> causes = new TreeMap<>();
    private final Map<String, Sheet> sheets = new HashMap<>();
    private final Map<String, List<Fields>> uses = new TreeMap<>();

    CauseFiles(Map<String, SymptomDefinition> symptoms, CommandChecks checks) {
        this.symptoms = symptoms;
        this.checks = checks;
    }

    SortedMap<String, Cause> causes() {
        return causes;
    }

    void read(Sheet sheet) {
        String id = FileNames.idOf(sheet, "knowledge/causes/<area>/<cause>.yaml");
        YamlTree.Read tree = YamlTree.read(sheet);
        Fields fields = new Fields(sheet, tree.root(), tree.broken(), KEYS);
        List<Fields> fixes = fields.blocks("fixes", FIX_KEYS);
        Cause cause = cause(id, fields, fixes);
        if (causes.containsKey(id)) {
            sheet.error(
                    1,
                    1,
                    "duplicate-id",
                    "the cause \"" + id + "\" is also in " + sheets.get(id).path(),
                    "Keep one of the two files.");
            return;
        }
        causes.put(id, cause);
        sheets.put(id, sheet);
        uses.put(id, fixes);
    }

    private Cause cause(String id, Fields fields, List<Fields> fixes) {
        String title = fields.text("title", "What is wrong, in a few words.");
        List<Source> sources = ActionFields.sources(fields);
        Fields checkFields = check(fields);
        return new Cause(
                id,
                fields.sheet().folder(),
                title,
                fields.word("stage", Stage.class, Stage.CLIENT),
                fields.text("explanation", "Two to four sentences: what is wrong and why the connection fails."),
                fields.word("frequency", Frequency.class, Frequency.RARE),
                fixes(fields, fixes),
                check(id, checkFields, sources),
                settles(checkFields),
                fields.texts("corrections"),
                fields.texts("reports"),
                sources,
                retired(fields));
    }

    private static Fields check(Fields fields) {
        if (!fields.has("check")) {
            fields.missing("check", "Every cause has a read-only check that confirms it.");
        }
        Optional<Fields> check = fields.find("check").flatMap(node -> fields.block(node, "check", CHECK_KEYS));
        // An absent check was reported; its own missing keys need no further flaws.
        return check.orElseGet(() -> new Fields(fields.sheet(), new Node.Mapping(1, 1, List.of()), true, CHECK_KEYS));
    }

    private Fix check(String cause, Fields fields, List<Source> sources) {
        List<ActionFields.PlacedCommand> commands = ActionFields.commands(fields);
        Fix check = new Fix(
                "check-" + cause,
                fields.text("title", "What is looked at, in a few words."),
                Fix.Kind.CHECK,
                ActionFields.instructions(fields),
                commands.stream().map(ActionFields.PlacedCommand::command).toList(),
                fields.word("where", Place.class, Place.HOST),
                fields.word("privilege", Privilege.class, Privilege.USER),
                fields.wholeNumber("minutes", 1, ActionFields.LONGEST_MINUTES, 1),
                Risk.NONE,
                false,
                "",
                fields.text("confirms", "What is seen if this cause holds."),
                "",
                "",
                sources);
        checks.check(fields, check, commands);
        return check;
    }

    private List<Symptom> settles(Fields check) {
        Optional<Fields> settles = check.find("settles").flatMap(node -> check.block(node, "settles", SETTLES_KEYS));
        if (settles.isEmpty()) {
            return List.of();
        }
        String symptom = settles.get().text("symptom", "The id of the symptom to report back.");
        if (symptom.isEmpty()) {
            return List.of();
        }
        if (!settles.get().has("value")) {
            settles.get().missing("value", "The value to report back.");
            return List.of();
        }
        return new SymptomValues(check.sheet(), symptoms)
                .read(settles.get().at("symptom"), symptom, settles.get().at("value"), true);
    }

    private static List<Cause.FixUse> fixes(Fields fields, List<Fields> blocks) {
        if (!fields.has("fixes")) {
            fields.missing("fixes", "Name at least one: - {fix: some-fix, helps: usually}.");
        }
        List<Cause.FixUse> uses = new ArrayList<>();
        for (Fields use : blocks) {
            String fix = use.text("fix", "The id of a fix, that is, its file name in knowledge/fixes.");
            Helps helps = use.word("helps", Helps.class, Helps.SOMETIMES);
            if (uses.stream().anyMatch(other -> other.fix().equals(fix))) {
                fields.sheet().error(use.at("fix"), "duplicate-id", "this fix is already listed", "Remove one.");
            } else if (!fix.isEmpty()) {
                uses.add(new Cause.FixUse(fix, helps));
            }
        }
        if (fields.has("fixes") && fields.items("fixes").isEmpty() && !fields.isBroken()) {
            fields.sheet().error(fields.at("fixes"), "no-fix", "the cause has no fix", "Name at least one.");
        }
        return uses;
    }

    private static String retired(Fields fields) {
        Status status = fields.has("status") ? fields.word("status", Status.class, Status.ACTIVE) : Status.ACTIVE;
        String because = fields.text("because");
        if (status == Status.RETIRED && because.isEmpty()) {
            fields.missing("because", "Say why the cause is retired.");
        }
        if (status == Status.ACTIVE && !because.isEmpty()) {
            fields.sheet()
                    .error(fields.at("because"), "not-retired", "only a retired cause has a reason", "Remove it.");
        }
        return status == Status.RETIRED ? because : "";
    }

    /** Links to fixes, once all files are read. */
    void link(Map<String, Fix> fixes) {
        uses.forEach((cause, blocks) -> blocks.forEach(use -> link(fixes, cause, use)));
    }

    private void link(Map<String, Fix> fixes, String cause, Fields use) {
        Node at = use.at("fix");
        String id = at instanceof Node.Scalar scalar ? scalar.text() : "";
        Fix fix = fixes.get(id);
        if (id.isEmpty()) {
            return;
        }
        if (fix == null) {
            use.sheet()
                    .error(
                            at,
                            "unknown-fix",
                            "there is no fix \"" + Fields.shorten(id) + "\"",
                            Nearest.hint(id, fixes.keySet(), "Add knowledge/fixes/<area>/" + id + ".yaml."));
        } else if (fix.weakens()
                && causes.get(cause).fixes().stream()
                        .noneMatch(other -> other.fix().equals(fix.saferFirst()))) {
            use.sheet()
                    .warning(
                            at,
                            "safer-fix-not-listed",
                            "\"" + id + "\" weakens security and its safer fix \"" + fix.saferFirst()
                                    + "\" is not listed for this cause",
                            "List the safer fix above it.");
        }
    }
}
