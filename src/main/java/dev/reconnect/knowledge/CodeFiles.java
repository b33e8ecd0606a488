package dev.reconnect.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the codes, {@code knowledge/codes/*.csv}. */
final class CodeFiles {

    static final List<String> COLUMNS =
            List.of("code", "family", "name", "meaning", "stage", "message", "source", "causes");

    private static final List<String> MANDATORY = List.of("code", "family", "meaning", "source");
    private static final CsvFactory FACTORY = new CsvFactory();
    private static final Pattern CODE = Pattern.compile("0x(0|[1-9a-f][0-9a-f]{0,15})");
    private static final Comparator<ErrorCode> ORDER = Comparator.comparing(
                    (ErrorCode code) -> Long.parseUnsignedLong(code.code().substring(2), 16), Long::compareUnsigned)
            .thenComparing(ErrorCode::family)
            .thenComparing(ErrorCode::name);

    private final Map<String, Cause> causes;
    private final List<ErrorCode> codes = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();

    CodeFiles(Map<String, Cause> causes) {
        this.causes = causes;
    }

    List<ErrorCode> codes() {
        return codes.stream().sorted(ORDER).toList();
    }

    void read(Sheet sheet) {
        if (YamlSyntax.hasForbiddenCharacter(sheet) || !hasHeader(sheet)) {
            return;
        }
        try (CsvParser parser = FACTORY.createParser(sheet.text())) {
            parser.enable(CsvParser.Feature.WRAP_AS_ARRAY);
            parser.nextToken();
            for (int row = 0; parser.nextToken() == JsonToken.START_ARRAY; row++) {
                List<Node.Scalar> cells = cells(parser);
                if (row > 0 && !isBlank(cells)) {
                    code(sheet, cells);
                }
            }
        } catch (JsonProcessingException e) {
            int line = Math.max(1, Math.min(e.getLocation().getLineNr(), (int)
                    sheet.text().lines().count()));
            sheet.error(line, 1, "csv-syntax", "a quote is not closed", "Close it, and double quotes inside quotes.");
        } catch (IOException e) {
            sheet.error(1, 1, "csv-syntax", "this is not CSV", "See knowledge/README.md for the format.");
        }
    }

    private static boolean hasHeader(Sheet sheet) {
        String expected = String.join(",", COLUMNS);
        boolean found = sheet.text().lines().findFirst().orElse("").strip().equals(expected);
        if (!found) {
            sheet.error(1, 1, "csv-header", "the first line does not name the columns", "Write: " + expected);
        }
        return found;
    }

    private static List<Node.Scalar> cells(CsvParser parser) throws IOException {
        List<Node.Scalar> cells = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int line = parser.currentTokenLocation().getLineNr();
            int column = parser.currentTokenLocation().getColumnNr();
            String text = parser.getText().strip();
            cells.add(new Node.Scalar(line, column, text, text.isEmpty()));
        }
        return cells;
    }

    private static boolean isBlank(List<Node.Scalar> cells) {
        return cells.stream().allMatch(Node.Scalar::absent);
    }

    private void code(Sheet sheet, List<Node.Scalar> cells) {
        if (cells.size() != COLUMNS.size()) {
            sheet.error(
                    cells.get(0),
                    "csv-columns",
                    "the line has " + cells.size() + " columns instead of " + COLUMNS.size(),
                    "Put text that contains commas in double quotes.");
            return;
        }
        Map<String, Node.Scalar> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(COLUMNS.get(i), cells.get(i));
        }
        for (String column : MANDATORY) {
            if (row.get(column).absent()) {
                sheet.error(row.get(column), "empty-text", "\"" + column + "\" is empty", "Fill it in.");
                return;
            }
        }
        Node.Scalar code = row.get("code");
        if (!CODE.matcher(code.text()).matches()) {
            sheet.error(
                    code,
                    "code-not-normal",
                    "\"" + Fields.shorten(code.text()) + "\" is not a code in its normal form",
                    "Write lower-case hexadecimal without leading zeros, such as 0x904.");
            return;
        }
        duplicate(sheet, row);
        codes.add(new ErrorCode(
                code.text(),
                row.get("family").text(),
                row.get("name").text(),
                row.get("meaning").text(),
                row.get("stage").text(),
                row.get("message").text(),
                row.get("source").text(),
                causes(sheet, row.get("causes"))));
    }

    private void duplicate(Sheet sheet, Map<String, Node.Scalar> row) {
        String key = row.get("code").text() + "\n" + row.get("family").text() + "\n"
                + row.get("name").text();
        String first =
                places.putIfAbsent(key, sheet.path() + ":" + row.get("code").line());
        if (first != null) {
            sheet.error(row.get("code"), "duplicate-id", "this code is already given at " + first, "Remove one.");
        }
    }

    private List<String> causes(Sheet sheet, Node.Scalar cell) {
        List<String> ids = Arrays.stream(cell.text().split(" +"))
                .filter(id -> !id.isEmpty())
                .toList();
        for (String id : ids) {
            if (!causes.containsKey(id)) {
                sheet.error(
                        cell,
                        "unknown-cause",
                        "there is no cause \"" + Fields.shorten(id) + "\"",
                        Nearest.hint(id, causes.keySet(), "Causes stand in knowledge/causes."));
            }
        }
        return ids.stream().filter(causes::containsKey).toList();
    }
}
