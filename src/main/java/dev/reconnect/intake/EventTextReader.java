package dev.reconnect.intake;

import java.util.List;
import java.util.Locale;

/**
 * Windows events as text: copied from Event Viewer in any language, printed by {@code wevtutil} or
 * {@code Get-WinEvent | Format-List}, or with all line breaks lost.
 */
final class EventTextReader implements TextReader {

    /** How Event Viewer labels the number of an event. */
    private static final String[] NUMBER_LABELS = Listed.array("""
            event id | eventid | ereignis-id | id de l'événement | id de l'evenement | id de evento | id del
            evento | identificador del evento | identificador de evento | id. evento | id evento | id do evento
            | identificação do evento | gebeurtenis-id | identyfikator zdarzenia | код события | イベント id | 事件 id
            | 이벤트 id | olay kimliği | id události | händelse-id | hændelses-id | hendelses-id | tapahtuman
            tunnus
            """);

    /** How it labels the source, and PowerShell the provider. */
    private static final String[] SOURCE_LABELS = Listed.array("""
            source | quelle | origen | origine | origem | fonte | bron | źródło | источник | ソース | 来源 | 來源 | 원본
            | kaynak | zdroj | källa | kilde | lähde | providername | provider | log name | protokollname | nom
            du journal | nombre de registro | nome registro | nome do log | logboeknaam | nazwa dziennika | имя
            журнала | ログの名前 | 日志名称 | 記錄檔名稱 | 로그 이름 | logname
            """);

    /** A description of an event is shorter; the rest of a paste belongs to somebody's own words. */
    private static final int LONGEST_DESCRIPTION = 6_000;

    /** An export of a day's failures; more of the same says no more. */
    private static final int MOST_EVENTS = 2_000;

    private final Events events;

    EventTextReader(Events events) {
        this.events = events;
    }

    @Override
    public void read(Pasted pasted, Findings findings) {
        List<Line> lines = pasted.lines();
        int seen = 0;
        for (int i = 0; i < lines.size() && seen < MOST_EVENTS; i++) {
            Line line = lines.get(i);
            if (!findings.isClaimed(line.start())) {
                Line.Part number = labelled(line);
                if (!number.text().isEmpty()) {
                    event(pasted, i, number, findings);
                    seen++;
                } else if (isUntitled(line)) {
                    event(pasted, i, line.find("failed to log on"), findings);
                } else {
                    flattened(line, findings);
                }
            }
        }
    }

    private static Line.Part labelled(Line line) {
        for (String label : NUMBER_LABELS) {
            Line.Part value = line.value(label);
            if (isNumber(value.text())) {
                return value;
            }
        }
        Line.Part id = line.value("id");
        return isNumber(id.text()) && line.has(" :") ? id : new Line.Part("", 0, 0);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private void event(Pasted pasted, int index, Line.Part number, Findings findings) {
        boolean untitled = !isNumber(number.text());
        int id = untitled ? 4625 : Integer.parseInt(number.text());
        int first = headerStart(pasted.lines(), index);
        int last = blockEnd(pasted, index);
        int start = pasted.lines().get(first).start();
        int end = Math.min(pasted.lines().get(last).end(), start + LONGEST_DESCRIPTION);
        String block = pasted.text().substring(start, end);
        String source = untitled ? "security" : sourceOf(pasted.lines(), first, index, id, block);
        if (source.isEmpty()) {
            return;
        }
        events.report(source, id, number, findings);
        events.details(source, id, new Line.Part(block, start, end), findings);
        findings.claim(start, end);
    }

    /** Goes back over the header lines that stand before the number. */
    private static int headerStart(List<Line> lines, int index) {
        int first = index;
        while (first > 0 && index - first < 6 && isHeader(lines.get(first - 1))) {
            first--;
        }
        return first;
    }

    private static boolean isHeader(Line line) {
        int colon = line.text().indexOf(':');
        return colon > 0 && colon < 32 && !line.has("event id");
    }

    /** The description ends at the first empty line that is not followed by more of its own layout. */
    private static int blockEnd(Pasted pasted, int index) {
        List<Line> lines = pasted.lines();
        int last = index;
        while (last + 1 < lines.size() && last - index < 80) {
            Line next = lines.get(last + 1);
            boolean gap = next.start() - lines.get(last).end() > 2;
            if (!labelled(next).text().isEmpty() || startsNextEvent(next) || gap && !isLayout(next)) {
                break;
            }
            last++;
        }
        return last;
    }

    private static boolean startsNextEvent(Line line) {
        return line.startsWith("log name:")
                || line.startsWith("event[")
                || line.startsWith("protokollname:")
                || line.startsWith("timecreated");
    }

    /** Sections of a security event: "Subject:", indented keys, "Failure Information:". */
    private static boolean isLayout(Line line) {
        String whole = line.whole().text();
        return line.indent() > 0 || whole.endsWith(":") || whole.contains(":\t") || whole.contains(":  ");
    }

    private static String sourceOf(List<Line> lines, int first, int index, int number, String block) {
        int until = Math.min(lines.size(), index + 8);
        for (int i = first; i < until; i++) {
            for (String label : SOURCE_LABELS) {
                Line.Part value = lines.get(i).value(label);
                String source = EventNames.sourceIn(value.text().toLowerCase(Locale.ROOT));
                if (!source.isEmpty()) {
                    return source;
                }
            }
        }
        String named = EventNames.sourceIn(block.toLowerCase(Locale.ROOT));
        return named.isEmpty() ? EventNames.sourceOf(number) : named;
    }

    /** The description of a failed logon without the head that names the event; its keys follow on their own lines. */
    private static boolean isUntitled(Line line) {
        return line.has("account failed to log on") && line.whole().text().length() < 60;
    }

    /** A failed logon whose line breaks were lost on the way: known by the keys of its description. */
    private void flattened(Line line, Findings findings) {
        boolean failure = line.has("failed to log on") && line.has("status:");
        boolean success = line.has("successfully logged on") && line.has("logon type:");
        if (failure || success) {
            int number = failure ? 4625 : 4624;
            Line.Part place = line.find(failure ? "failed to log on" : "successfully logged on");
            events.report("security", number, place, findings);
            events.details("security", number, line.whole(), findings);
            findings.claim(line);
        }
    }
}
