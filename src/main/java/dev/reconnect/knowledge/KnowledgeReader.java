package dev.reconnect.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads what is known from files. An author's mistake is never an exception: it is a flaw, and all are found at once. */
public final class KnowledgeReader {

    /**
     * What came of reading. The knowledge is complete only when no flaw is an error; it holds what could be made of the
     * files all the same, so that the flaws of the rules can be found in the same go.
     *
     * @param flaws sorted by place
     */
    public record Reading(Knowledge knowledge, List<Flaw> flaws) {

        public Reading {
            flaws = flaws.stream().sorted().toList();
        }
    }

    private final FileSet files;
    private final List<Flaw> flaws = new ArrayList<>();

    private final Function<String, Optional<String>> phraseCheck;

    private KnowledgeReader(FileSet files, Function<String, Optional<String>> phraseCheck) {
        this.files = files;
        this.phraseCheck = phraseCheck;
        flaws.addAll(files.flaws());
    }

    public static Reading read(FileSet files) {
        return read(files, phrase -> Optional.empty());
    }

    /** @param phraseCheck what is wrong with a phrase of the vocabulary, known to the room that reads pasted text */
    public static Reading read(FileSet files, Function<String, Optional<String>> phraseCheck) {
        return new KnowledgeReader(files, phraseCheck).read();
    }

    private Reading read() {
        misplaced();
        SymptomFiles symptoms = new SymptomFiles(phraseCheck);
        each("knowledge/symptoms/", ".yaml", symptoms::read);
        CommandChecks checks = new CommandChecks(dangerousCommands());
        FixFiles fixes = new FixFiles(checks);
        each("knowledge/fixes/", ".yaml", fixes::read);
        fixes.link();
        CauseFiles causes = new CauseFiles(symptoms.symptoms(), checks);
        each("knowledge/causes/", ".yaml", causes::read);
        causes.link(fixes.fixes());
        CodeFiles codes = new CodeFiles(causes.causes());
        each("knowledge/codes/", ".csv", codes::read);
        CaseFiles cases = new CaseFiles(symptoms.symptoms(), causes.causes());
        each("rules/", CaseFiles.BESIDE_RULES, cases::read);
        each("knowledge/cases/", ".yaml", cases::read);
        Map<String, Fix> actions = new TreeMap<>(fixes.fixes());
        causes.causes().values().forEach(cause -> actions.put(cause.check().id(), cause.check()));
        return new Reading(
                new Knowledge(symptoms.symptoms(), causes.causes(), actions, codes.codes(), cases.cases()), flaws);
    }

    private void each(String folder, String ending, Consumer<Sheet> reader) {
        files.under(folder, ending).forEach((path, text) -> reader.accept(new Sheet(path, text, flaws)));
    }

    private DangerousCommands dangerousCommands() {
        DangerousCommandsFile list = new DangerousCommandsFile();
        each("knowledge/safety/", ".yaml", list::read);
        return list.commands();
    }

    /** Files that nothing would read: a typing mistake in a folder must not make knowledge vanish. */
    private void misplaced() {
        files.files().forEach((path, text) -> {
            if (!isRead(path)) {
                new Sheet(path, text, flaws)
                        .error(
                                1,
                                1,
                                "misplaced-file",
                                "nothing reads a file of this kind here",
                                "See knowledge/README.md and rules/README.md for the layout.");
            }
        });
    }

    private static boolean isRead(String path) {
        if (path.startsWith("rules/")) {
            return path.endsWith(".drl") || path.endsWith(CaseFiles.BESIDE_RULES);
        }
        return path.matches("knowledge/(symptoms|causes|fixes|cases|safety)/.*\\.yaml|knowledge/codes/.*\\.csv");
    }
}
