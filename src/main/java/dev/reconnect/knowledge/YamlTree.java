package dev.reconnect.knowledge;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the plain part of YAML into a tree with places: mappings, lists and scalars. Anchors, aliases, tags and a second
 * document are refused, keys must be unique, depth and size are capped.
 */
final class YamlTree {

    private static final YAMLFactory FACTORY = new YAMLFactory();
    private static final int DEPTH = 12;
    private static final int NODES = 100_000;

    private final Sheet sheet;
    private final List<String> lines;
    private final YAMLParser parser;
    private int nodes;
    private boolean broken;

    private YamlTree(Sheet sheet, YAMLParser parser) {
        this.sheet = sheet;
        this.lines = sheet.lines();
        this.parser = parser;
    }

    /**
     * A file's tree.
     *
     * @param root   an empty mapping when the file holds nothing usable
     * @param broken whether reading stopped early; then what is missing is no flaw of its own
     */
    record Read(Node.Mapping root, boolean broken) {}

    static Read read(Sheet sheet) {
        if (YamlSyntax.hasForbiddenCharacter(sheet)) {
            return new Read(empty(), true);
        }
        try (YAMLParser parser = FACTORY.createParser(sheet.text())) {
            return new YamlTree(sheet, parser).read();
        } catch (IOException e) {
            sheet.error(1, 1, "yaml-syntax", "this is not YAML", "See knowledge/README.md for the format.");
            return new Read(empty(), true);
        }
    }

    private static Node.Mapping empty() {
        return new Node.Mapping(1, 1, List.of());
    }

    private Read read() throws IOException {
        Node root = next() == null ? null : node(0);
        if (!broken && next() != null) {
            stop("yaml-document", "a second document starts here", "Keep one document a file; remove the \"---\".");
        }
        if (root instanceof Node.Mapping mapping) {
            return new Read(mapping, broken);
        }
        if (root == null && !broken) {
            sheet.error(1, 1, "empty-file", "the file is empty", "Write its content, or delete it.");
        } else if (!broken) {
            sheet.error(root, "wrong-type", "the file must consist of keys with values", "Start with \"key: value\".");
        }
        return new Read(empty(), true);
    }

    /** The next token; null at the end, and from a syntax error on, which is reported once. */
    private JsonToken next() throws IOException {
        if (broken) {
            return null;
        }
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            YamlSyntax.report(sheet, e);
            broken = true;
            return null;
        }
    }

    private void stop(String code, String message, String hint) {
        JsonLocation at = parser.currentTokenLocation();
        sheet.error(at.getLineNr(), at.getColumnNr(), code, message, hint);
        broken = true;
    }

    private Node node(int depth) throws IOException {
        JsonToken token = parser.currentToken();
        JsonLocation at = parser.currentTokenLocation();
        int line = at.getLineNr();
        int column = at.getColumnNr();
        if (depth > DEPTH || ++nodes > NODES) {
            stop("yaml-too-large", "the file is nested too deep or holds too much", "Split or simplify it.");
        } else if (parser.isCurrentAlias() || startsWith(line, column, '&')) {
            stop(
                    "yaml-anchor",
                    "anchors (&) and aliases (*) are not read",
                    "Write the value out, or put it in quotes.");
        } else if (parser.getTypeId() != null || startsWith(line, column, '!')) {
            stop("yaml-tag", "tags (!) are not read", "Write the plain value, or put it in quotes.");
        } else if (token == JsonToken.START_OBJECT) {
            return mapping(line, column, depth);
        } else if (token == JsonToken.START_ARRAY) {
            return sequence(line, column, depth);
        }
        boolean absent = broken || token == JsonToken.VALUE_NULL;
        return new Node.Scalar(line, column, absent ? "" : parser.getText(), absent);
    }

    /** The parser does not tell of an anchor on a scalar, but its place shows it. */
    private boolean startsWith(int line, int column, char sign) {
        String text = line <= lines.size() ? lines.get(line - 1) : "";
        return column <= text.length() && text.charAt(column - 1) == sign;
    }

    private Node.Mapping mapping(int line, int column, int depth) throws IOException {
        List<Node.Entry> entries = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        JsonToken token = next();
        while (token != null && token != JsonToken.END_OBJECT) {
            JsonLocation at = parser.currentTokenLocation();
            String key = parser.currentName();
            if (next() == null) {
                break;
            }
            Node value = node(depth + 1);
            Integer first = seen.putIfAbsent(key, at.getLineNr());
            if (first == null) {
                entries.add(new Node.Entry(at.getLineNr(), at.getColumnNr(), key, value));
            } else {
                sheet.error(
                        at.getLineNr(),
                        at.getColumnNr(),
                        "duplicate-key",
                        "\"" + key + "\" is already given in line " + first,
                        "Keep one of the two.");
            }
            token = next();
        }
        return new Node.Mapping(line, column, List.copyOf(entries));
    }

    private Node.Sequence sequence(int line, int column, int depth) throws IOException {
        List<Node> items = new ArrayList<>();
        JsonToken token = next();
        while (token != null && token != JsonToken.END_ARRAY) {
            items.add(node(depth + 1));
            token = next();
        }
        return new Node.Sequence(line, column, List.copyOf(items));
    }
}
