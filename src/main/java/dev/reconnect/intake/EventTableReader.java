package dev.reconnect.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Windows events one to a row: the list of Event Viewer copied or exported (tabs, commas), or a table of PowerShell. */
final class EventTableReader implements TextReader {

    private static final Set<String> LEVELS = Listed.set("""
            information | informationen | informations | información | informazioni | informações | informatie |
            informacje | сведения | 情報 | 信息 | 資訊 | 정보 | bilgi | informace | verbose | ausführlich | warning |
            warnung | avertissement | advertencia | avviso | aviso | waarschuwing | ostrzeżenie | предупреждение
            | 警告 | 경고 | error | fehler | erreur | errore | erro | fout | błąd | ошибка | エラー | 错误 | 錯誤 | 오류 |
            hata | chyba | critical | kritisch | critique | crítico | info | audit failure | audit success |
            failureaudit
            """);

    private final Events events;

    EventTableReader(Events events) {
        this.events = events;
    }

    @Override
    public void read(Pasted pasted, Findings findings) {
        String provider = "";
        for (Line line : pasted.lines()) {
            if (line.startsWith("providername:")) {
                provider = EventNames.sourceIn(line.lower());
                findings.claim(line);
            } else if (!findings.isClaimed(line.start())) {
                row(line, provider, findings);
            }
        }
    }

    private void row(Line line, String provider, Findings findings) {
        List<Line.Part> cells = cells(line);
        if (cells.size() < 3) {
            return;
        }
        String named = EventNames.sourceIn(line.lower());
        Line.Part number = number(cells);
        if (number.text().isEmpty()) {
            return;
        }
        int id = Integer.parseInt(number.text());
        String source = named.isEmpty() ? provider : named;
        source = source.isEmpty() ? EventNames.sourceOf(id) : source;
        boolean client = source.isEmpty()
                && line.hasAny("multi-transport", "server supports ssl", "rdp client build", "base64(sha1");
        source = client ? "client" : source;
        source = source.isEmpty() && line.hasAny("client has logged on to the server", "disconnected (reason")
                ? "client"
                : source;
        if (!source.isEmpty()) {
            events.report(source, id, number, findings);
            events.details(source, id, line.whole(), findings);
            findings.claim(line);
        }
    }

    /** The number of the event: a cell of two to five digits beside a level or behind a provider's name. */
    private static Line.Part number(List<Line.Part> cells) {
        for (int i = 0; i < cells.size(); i++) {
            boolean anchored =
                    i > 0 && isAnchor(cells.get(i - 1)) || i + 1 < cells.size() && isAnchor(cells.get(i + 1));
            if (anchored && isNumber(cells.get(i).text())) {
                return cells.get(i);
            }
        }
        return new Line.Part("", 0, 0);
    }

    private static boolean isAnchor(Line.Part cell) {
        String lower = cell.text().toLowerCase(Locale.ROOT);
        return LEVELS.contains(lower) || !EventNames.sourceIn(lower).isEmpty() && lower.length() < 80;
    }

    private static boolean isNumber(String text) {
        return text.length() >= 2 && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** By tabs where there are any, else by commas outside quotes, else by gaps; the message stays one cell. */
    private static List<Line.Part> cells(Line line) {
        if (line.text().indexOf('\t') >= 0) {
            return split(line, '\t');
        }
        return line.text().indexOf(',') >= 0
                        && line.text().chars().filter(c -> c == ',').count() >= 3
                ? split(line, ',')
                : words(line);
    }

    private static List<Line.Part> split(Line line, char border) {
        List<Line.Part> cells = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i <= line.text().length() && cells.size() < 30; i++) {
            char c = i == line.text().length() ? border : line.text().charAt(i);
            quoted = c == '"' ? !quoted : quoted;
            if (c == border && !quoted) {
                cells.add(line.part(from, i));
                from = i + 1;
            }
        }
        return cells;
    }

    /** The first words of a table that is laid out with spaces: date, time, number, level. */
    private static List<Line.Part> words(Line line) {
        List<Line.Part> cells = new ArrayList<>();
        boolean dated = line.indent() < line.text().length()
                && Character.isDigit(line.text().charAt(line.indent()));
        if (!dated && !LEVELS.contains(line.wordAt(line.indent(), "").text().toLowerCase(Locale.ROOT))) {
            return cells;
        }
        int i = line.indent();
        while (i < line.text().length() && cells.size() < 8) {
            Line.Part word = line.wordAt(i, "");
            cells.add(word);
            i = word.end() - line.start();
            while (i < line.text().length() && line.text().charAt(i) <= ' ') {
                i++;
            }
        }
        return cells;
    }
}
