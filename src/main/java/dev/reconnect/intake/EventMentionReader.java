package dev.reconnect.intake;

/** Events that somebody names in passing: "event 36870", "events 1057 and 1058", "Schannel 36870", "4625 with …". */
final class EventMentionReader implements TextReader {

    private final Events events;

    EventMentionReader(Events events) {
        this.events = events;
    }

    @Override
    public void read(Pasted pasted, Findings findings) {
        for (Line line : pasted.lines()) {
            if (!findings.isClaimed(line.start()) && mentions(line)) {
                numbers(line, findings);
            }
        }
    }

    private static boolean mentions(Line line) {
        return line.hasAny("event", "ereignis", "événement", "evento", "событи", "イベント", "事件", "4625", "4740")
                || !EventNames.sourceIn(line.lower()).isEmpty();
    }

    private void numbers(Line line, Findings findings) {
        String named = EventNames.sourceIn(line.lower());
        boolean inList = false;
        int i = 0;
        while (i < line.text().length()) {
            int to = i;
            while (to < line.text().length() && Character.isDigit(line.text().charAt(to))) {
                to++;
            }
            if (to > i) {
                inList = number(line, named, i, to, inList, findings);
                i = to;
            }
            i++;
        }
    }

    /** @return whether a following number may go on a list: "1057 and 1058" */
    private boolean number(Line line, String named, int from, int to, boolean inList, Findings findings) {
        int digits = to - from;
        boolean alone = (from == 0 || !isPartOfWord(line.text().charAt(from - 1)))
                && (to == line.text().length() || !isPartOfWord(line.text().charAt(to)));
        if (digits < 2 || digits > 5 || !alone) {
            return false;
        }
        String before = line.lower().substring(Math.max(0, from - 34), from);
        String behind = line.lower()
                .substring(to, Math.min(line.lower().length(), to + 8))
                .strip();
        boolean mentioned = endsWithEvent(before)
                || behind.startsWith("event")
                || inList && isListBorder(before)
                || endsWithSource(before)
                || isKnownLogon(line, from, to);
        if (!mentioned || denied(before) || isExplained(line, to)) {
            return false;
        }
        int id = Integer.parseInt(line.text().substring(from, to));
        String source = sourceFor(named, id);
        if (source.isEmpty()) {
            return false;
        }
        events.report(source, id, line.part(from, to), findings);
        return true;
    }

    /** "Event 1058 is logged when …": somebody explains the event, nobody has seen it. */
    private static boolean isExplained(Line line, int to) {
        String behind = line.lower()
                .substring(to, Math.min(line.lower().length(), to + 24))
                .strip();
        return behind.startsWith("is logged when")
                || behind.startsWith("means")
                || behind.startsWith("indicates")
                || behind.startsWith("occurs when");
    }

    private static boolean isPartOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean isKnownLogon(Line line, int from, int to) {
        String number = line.text().substring(from, to);
        return (number.equals("4625") || number.equals("36870") || number.equals("36871") || number.equals("36874"))
                && !line.has("port " + number);
    }

    /** A line may name one source and mean events of another: the one that knows the number is meant. */
    private String sourceFor(String named, int id) {
        String byNumber = EventNames.sourceOf(id);
        return events.knows(named, id) || byNumber.isEmpty() ? named : byNumber;
    }

    private static boolean endsWithEvent(String before) {
        String squeezed = CodeLabels.squeeze(before);
        for (String label : new String[] {
            "event",
            "events",
            "eventid",
            "eventids",
            "ereignis",
            "ereignisid",
            "événement",
            "evento",
            "événementid",
            "событие",
            "イベント",
            "イベントid",
            "事件",
            "事件id",
            "eventcode",
            "evt"
        }) {
            if (squeezed.endsWith(label)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithSource(String before) {
        String source = EventNames.sourceIn(before.strip().replaceFirst("[(: ]{1,4}$", ""));
        return !source.isEmpty() && CodeLabels.squeeze(before).endsWith(lastLetters(source));
    }

    private static String lastLetters(String source) {
        return switch (source) {
            case "rcm" -> "connectionmanager";
            case "lsm" -> "sessionmanager";
            case "client" -> "client";
            case "scm" -> "manager";
            default -> source.replace("-", "");
        };
    }

    private static boolean isListBorder(String before) {
        String plain = before.strip();
        return plain.endsWith("and")
                || plain.endsWith(",")
                || plain.endsWith("/")
                || plain.endsWith("or")
                || plain.endsWith("und")
                || plain.endsWith("&");
    }

    /** "no event 1058", "without any 4625". */
    private static boolean denied(String before) {
        String plain = " " + before.replace('(', ' ').strip() + " ";
        int from = Math.max(0, plain.length() - 20);
        String near = plain.substring(from);
        return near.contains(" no ")
                || near.contains(" without ")
                || near.contains(" not ")
                || near.contains(" kein ")
                || near.contains("n't ");
    }
}
