package dev.reconnect.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The keys that a fix and a check have in common: who does what where, with which commands, on whose word. */
final class ActionFields {

    static final int LONGEST_MINUTES = 2_880;

    private static final List<String> SHELLS = List.of("powershell", "cmd", "sh");
    private static final List<String> COMMAND_KEYS = List.of("shell", "text");
    private static final List<String> SOURCE_KEYS = List.of("title", "url", "verified");
    private static final Pattern URL = Pattern.compile("https?://[^\\s/]+\\.[^\\s/]+(/\\S*)?");

    private ActionFields() {}

    static List<String> instructions(Fields fields) {
        if (!fields.has("instructions")) {
            fields.missing("instructions", "List the steps in order, each a sentence or two.");
        }
        List<String> instructions = fields.texts("instructions");
        if (fields.has("instructions") && instructions.isEmpty() && !fields.isBroken()) {
            fields.sheet().error(fields.at("instructions"), "empty-list", "there is no step", "Write at least one.");
        }
        return instructions;
    }

    /** The commands in the order written, with the place of each text. */
    static List<PlacedCommand> commands(Fields fields) {
        List<PlacedCommand> commands = new ArrayList<>();
        for (Fields command : fields.blocks("commands", COMMAND_KEYS)) {
            String shell = command.text("shell", "One of: " + String.join(", ", SHELLS) + ".");
            if (!shell.isEmpty() && !SHELLS.contains(shell)) {
                fields.sheet()
                        .error(
                                command.at("shell"),
                                "unknown-word",
                                "\"" + Fields.shorten(shell) + "\" is no shell",
                                "One of: " + String.join(", ", SHELLS) + ".");
            }
            String text = command.text("text", "The command as it is typed.");
            if (!text.isEmpty()) {
                commands.add(new PlacedCommand(new Command(shell, text), command.at("text")));
            }
        }
        return commands;
    }

    /** A command and where its text stands. */
    record PlacedCommand(Command command, Node at) {}

    static List<Source> sources(Fields fields) {
        if (!fields.has("sources")) {
            fields.missing("sources", "Say where this comes from: - {title: \"...\", url: \"https://...\"}.");
        }
        List<Source> sources = new ArrayList<>();
        for (Fields source : fields.blocks("sources", SOURCE_KEYS)) {
            source(source).ifPresent(sources::add);
        }
        if (fields.has("sources") && fields.items("sources").isEmpty() && !fields.isBroken()) {
            fields.sheet().error(fields.at("sources"), "no-source", "there is no source", "Name at least one.");
        }
        return sources;
    }

    private static Optional<Source> source(Fields fields) {
        String title = fields.text("title", "What the source is called.");
        String url = fields.text("url");
        boolean verified = fields.flag("verified", !url.isEmpty());
        if (!url.isEmpty() && !URL.matcher(url).matches()) {
            fields.sheet()
                    .error(
                            fields.at("url"),
                            "bad-url",
                            "this is no public address",
                            "Write https://host/path in full.");
        }
        if (url.isEmpty() && (verified || !fields.has("verified"))) {
            fields.sheet()
                    .error(
                            fields.at("verified"),
                            "unverified-source",
                            "a source without an address cannot count as verified",
                            "Add its url, or write \"verified: false\".");
        }
        return title.isEmpty() ? Optional.empty() : Optional.of(new Source(title, url, verified && !url.isEmpty()));
    }
}
