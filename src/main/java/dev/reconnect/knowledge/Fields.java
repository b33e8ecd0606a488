package dev.reconnect.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys of one block, read one by one. What is wrong becomes a flaw of the sheet, and the caller gets a harmless value
 * to go on with: a file is read to its end and all its flaws are shown at once.
 */
final class Fields {

    static final int SHORT_TEXT = 200;
    static final int LONG_TEXT = 4_000;

    private final Sheet sheet;
    private final Node.Mapping block;
    private final boolean broken;

    /**
     * @param broken whether the file could only be read in part; then missing keys are not reported
     * @param known  all keys that the block may have
     */
    Fields(Sheet sheet, Node.Mapping block, boolean broken, List<String> known) {
        this.sheet = sheet;
        this.block = block;
        this.broken = broken;
        for (Node.Entry entry : block.entries()) {
            if (!known.contains(entry.key())) {
                sheet.error(
                        entry.line(),
                        entry.column(),
                        "unknown-key",
                        "there is no key \"" + entry.key() + "\" here",
                        Nearest.hint(entry.key(), known, "Known keys: " + String.join(", ", known) + "."));
            }
        }
    }

    Sheet sheet() {
        return sheet;
    }

    Node.Mapping block() {
        return block;
    }

    boolean isBroken() {
        return broken;
    }

    boolean has(String key) {
        return find(key).isPresent();
    }

    Optional<Node> find(String key) {
        return block.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .map(Node.Entry::value);
    }

    /** Where to point for a key: at its value, or at the block when the key is missing. */
    Node at(String key) {
        return find(key).orElse(block);
    }

    void missing(String key, String hint) {
        if (!broken) {
            sheet.error(block, "missing-key", "\"" + key + "\" is missing", hint);
        }
    }

    /** A text that must be there. */
    String text(String key, String hint) {
        if (!has(key)) {
            missing(key, hint);
        }
        return text(key);
    }

    /** A text that may be left out, but not left empty. */
    String text(String key) {
        return find(key).flatMap(node -> text(node, key, LONG_TEXT)).orElse("");
    }

    Optional<String> text(Node node, String what, int longest) {
        if (!(node instanceof Node.Scalar scalar)) {
            wrongType(node, what, "a text");
            return Optional.empty();
        }
        String text = scalar.text().strip();
        if (text.isEmpty()) {
            if (!broken || !scalar.absent()) {
                sheet.error(node, "empty-text", "\"" + what + "\" is empty", "Write the text, or leave the key out.");
            }
            return Optional.empty();
        }
        if (text.length() > longest) {
            sheet.error(
                    node,
                    "text-too-long",
                    "\"" + what + "\" has " + text.length() + " characters; " + longest + " are allowed",
                    "Shorten it.");
        }
        return Optional.of(text);
    }

    /** The word of a closed list, which must be there. */
    <E extends Enum<E>> E word(String key, Class<E> words, E otherwise) {
        if (!has(key)) {
            missing(key, "One of: " + String.join(", ", Words.all(words)) + ".");
        }
        return find(key).flatMap(node -> word(node, key, words)).orElse(otherwise);
    }

    <E extends Enum<E>> Optional<E> word(Node node, String what, Class<E> words) {
        Optional<String> text = text(node, what, SHORT_TEXT);
        Optional<E> found = text.flatMap(word -> Words.find(words, word));
        if (text.isPresent() && found.isEmpty()) {
            sheet.error(
                    node,
                    "unknown-word",
                    "\"" + shorten(text.get()) + "\" is no word for \"" + what + "\"",
                    "One of: " + String.join(", ", Words.all(words)) + ".");
        }
        return found;
    }

    boolean flag(String key, boolean otherwise) {
        Optional<Node> node = find(key);
        if (node.isEmpty()) {
            return otherwise;
        }
        if (node.get() instanceof Node.Scalar scalar && scalar.text().equals("true")) {
            return true;
        }
        if (!(node.get() instanceof Node.Scalar scalar) || !scalar.text().equals("false")) {
            sheet.error(node.get(), "wrong-type", "\"" + key + "\" must be true or false", "Write true or false.");
        }
        return false;
    }

    /** A number within bounds, which must be there. */
    double number(String key, double least, double most, double otherwise) {
        Optional<Node> node = find(key);
        String range = "a number from " + plain(least) + " to " + plain(most);
        if (node.isEmpty()) {
            missing(key, "Give " + range + ".");
            return otherwise;
        }
        if (node.get() instanceof Node.Scalar scalar && scalar.text().matches("-?\\d{1,9}(\\.\\d{1,6})?")) {
            double value = Double.parseDouble(scalar.text());
            if (value >= least && value <= most) {
                return value;
            }
            sheet.error(scalar, "out-of-range", "\"" + key + "\" is " + scalar.text(), "Give " + range + ".");
        } else {
            wrongType(node.get(), key, range);
        }
        return otherwise;
    }

    int wholeNumber(String key, int least, int most, int otherwise) {
        double value = number(key, least, most, otherwise);
        if (value != Math.rint(value)) {
            sheet.error(at(key), "wrong-type", "\"" + key + "\" must be a whole number", "Round it up.");
        }
        return (int) Math.ceil(value);
    }

    /** The items of a list; empty when the key is missing. */
    List<Node> items(String key) {
        Optional<Node> node = find(key);
        if (node.isPresent() && node.get() instanceof Node.Sequence list) {
            return list.items();
        }
        node.ifPresent(other -> wrongType(other, key, "a list (\"- ...\" lines, or [..., ...])"));
        return List.of();
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            text(item, key, LONG_TEXT).ifPresent(texts::add);
        }
        return texts;
    }

    /** The blocks of keys in a list. */
    List<Fields> blocks(String key, List<String> known) {
        List<Fields> blocks = new ArrayList<>();
        for (Node item : items(key)) {
            block(item, key, known).ifPresent(blocks::add);
        }
        return blocks;
    }

    Optional<Fields> block(Node node, String what, List<String> known) {
        if (node instanceof Node.Mapping mapping) {
            return Optional.of(new Fields(sheet, mapping, broken, known));
        }
        wrongType(node, what, "a block of keys: " + String.join(", ", known));
        return Optional.empty();
    }

    void wrongType(Node node, String what, String expected) {
        // Where reading stopped early, the last value is not what the author wrote.
        if (!broken) {
            sheet.error(node, "wrong-type", "\"" + what + "\" is " + node.kind(), "It must be " + expected + ".");
        }
    }

    static String shorten(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
