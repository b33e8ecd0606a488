package dev.reconnect.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in an author's words, and at the author's place, what the YAML parser stumbled over. */
final class YamlSyntax {

    private static final String CODE = "yaml-syntax";

    /** The parser's own marks; its excerpts are indented further, so that no content of the file can pose as one. */
    private static final Pattern MARK = Pattern.compile("(?m)^ in 'reader', line (\\d+), column (\\d+):$");

    /** A double or single quote that opens a value. */
    private static final Pattern OPEN_QUOTE = Pattern.compile("(?:^\\s*(?:- )*|: |[\\[{,]\\s*)([\"'])");

    private static final Pattern KEY_LINE = Pattern.compile("\\s*(?:- )*[\"']?[A-Za-z][\\w.-]*[\"']?:(?: .*|)");

    private YamlSyntax() {}

    static void report(Sheet sheet, JsonProcessingException e) {
        String said = e.getOriginalMessage();
        Matcher mark = MARK.matcher(said);
        int line = Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr());
        int column = Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getColumnNr());
        int firstLine = line;
        int firstColumn = column;
        for (int i = 0; mark.find(); i++) {
            line = Integer.parseInt(mark.group(1));
            column = Integer.parseInt(mark.group(2));
            firstLine = i == 0 ? line : firstLine;
            firstColumn = i == 0 ? column : firstColumn;
        }
        if (reportOpenQuote(sheet, line)) {
            return;
        }
        if (said.contains("scanning a quoted scalar") && said.contains("end of stream")) {
            sheet.error(firstLine, firstColumn, CODE, "this quote is never closed", "Close it on the same line.");
        } else if (said.contains("TAB")) {
            sheet.error(line, column, CODE, "a tab cannot indent", "Indent with spaces.");
        } else if (said.contains("escape")) {
            String text = sheet.text().lines().skip(line - 1L).findFirst().orElse("");
            sheet.error(
                    line,
                    Math.max(1, text.lastIndexOf('\\', column - 1) + 1),
                    CODE,
                    "a backslash in double quotes starts an escape that does not exist",
                    "Use single quotes around text with backslashes, or write two backslashes.");
        } else if (said.contains("cannot start any token")) {
            sheet.error(line, column, CODE, "a value cannot start with this character", "Put the value in quotes.");
        } else if (said.contains("mapping values are not allowed here")) {
            sheet.error(
                    line,
                    column,
                    CODE,
                    "a colon stands where no key can be",
                    "Put a value that contains \": \" in quotes; check the indentation.");
        } else if (said.contains("flow sequence") || said.contains("flow mapping")) {
            sheet.error(
                    firstLine,
                    firstColumn,
                    CODE,
                    "this bracket is not closed, or a comma is missing",
                    "Close it, or add the comma.");
        } else if (said.contains("expected <block end>")) {
            sheet.error(
                    line,
                    column,
                    CODE,
                    "this does not fit the block that it stands in",
                    "Align it with the keys above; put text that holds quotes or colons in quotes.");
        } else if (said.contains("could not find expected ':'")) {
            sheet.error(firstLine, firstColumn, CODE, "a key without its colon", "Write \"key: value\".");
        } else {
            sheet.error(line, column, CODE, "this is not YAML: " + firstSentence(said), "See knowledge/README.md.");
        }
    }

    /**
     * A quote that was left open swallows the lines below until the next quote, and the parser stumbles only there. The
     * author's mistake is further up: the last line before it that opens a quote, does not close it, and is followed by
     * what looks like the next key.
     */
    private static boolean reportOpenQuote(Sheet sheet, int stumbledAt) {
        List<String> lines = sheet.lines();
        for (int i = Math.min(stumbledAt, lines.size()) - 1; i >= 0; i--) {
            Matcher open = OPEN_QUOTE.matcher(lines.get(i));
            boolean followedByKey =
                    i + 1 >= lines.size() || KEY_LINE.matcher(lines.get(i + 1)).matches();
            int from = 0;
            while (followedByKey && open.find(from)) {
                int close = close(lines.get(i), open.end(), open.group(1).charAt(0));
                if (close < 0) {
                    sheet.error(
                            i + 1, open.start(1) + 1, CODE, "this quote is not closed on its line", "Close it here.");
                    return true;
                }
                from = close + 1;
            }
        }
        return false;
    }

    private static int close(String line, int from, char quote) {
        for (int i = from; i < line.length(); i++) {
            if (quote == '"' && line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == quote) {
                if (quote == '\'' && i + 1 < line.length() && line.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }

    private static String firstSentence(String said) {
        String first = said.lines().findFirst().orElse("");
        return first.replaceAll("<org\\.yaml.*", "").strip();
    }

    /** Control characters, and those that reorder or hide text: a command must be what a reviewer sees. */
    static boolean hasForbiddenCharacter(Sheet sheet) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < sheet.text().length(); i++) {
            char c = sheet.text().charAt(i);
            if (isForbidden(c)) {
                String name = String.format("U+%04X", (int) c);
                sheet.error(line, column, "forbidden-character", "the invisible character " + name, "Remove it.");
                return true;
            }
            column = c == '\n' ? 1 : column + 1;
            line = c == '\n' ? line + 1 : line;
        }
        return false;
    }

    private static boolean isForbidden(char c) {
        boolean control = c < 0x20 && c != '\n' && c != '\r' && c != '\t' || c >= 0x7f && c < 0xa0;
        boolean hidden = c >= 0x200b && c <= 0x200f || c >= 0x202a && c <= 0x202e || c >= 0x2060 && c <= 0x206f;
        return control || hidden || c == 0xfeff || c == 0x2028 || c == 0x2029;
    }
}
