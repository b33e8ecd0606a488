package dev.reconnect.release;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MeyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * How one file differs between two sets of files.
 *
 * @param hunks the places that differ, each with the lines around it
 */
public record FileDiff(String path, Change change, List<Hunk> hunks) {

    public enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * Lines that belong together.
     *
     * @param from 1-based line in the older text where it begins
     * @param to   1-based line in the newer text where it begins
     */
    public record Hunk(int from, int to, List<Line> lines) {

        public Hunk {
            lines = List.copyOf(lines);
        }
    }

    /** @param kind where the line stands */
    public record Line(Kind kind, String text) {

        public enum Kind {
            BOTH,
            OLD,
            NEW
        }
    }

    private static final int AROUND = 3;

    /** Past this a comparison line by line would take too long; such files are shown as wholly replaced. */
    private static final int MOST_LINES = 10_000;

    /** And so are the files that come after so many lines. */
    private static final int MOST_LINES_IN_ALL = 50_000;

    public FileDiff {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(change, "change");
        hunks = List.copyOf(hunks);
    }

    /** The files that differ, in the order of their paths. */
    public static List<FileDiff> between(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<FileDiff> diffs = new ArrayList<>();
        int compared = 0;
        for (String path : paths) {
            String was = before.get(path);
            String is = after.get(path);
            if (!Objects.equals(was, is)) {
                Change change = was == null ? Change.ADDED : is == null ? Change.REMOVED : Change.CHANGED;
                List<String> older = lines(was);
                List<String> newer = lines(is);
                compared += older.size() + newer.size();
                boolean whole = older.isEmpty()
                        || newer.isEmpty()
                        || older.size() + newer.size() > MOST_LINES
                        || compared > MOST_LINES_IN_ALL;
                diffs.add(new FileDiff(path, change, whole ? replaced(older, newer) : hunks(older, newer)));
            }
        }
        return diffs;
    }

    private static List<String> lines(String text) {
        return text == null ? List.of() : text.lines().toList();
    }

    private static List<Hunk> replaced(List<String> older, List<String> newer) {
        List<Line> lines = new ArrayList<>();
        older.forEach(line -> lines.add(new Line(Line.Kind.OLD, line)));
        newer.forEach(line -> lines.add(new Line(Line.Kind.NEW, line)));
        return List.of(new Hunk(1, 1, lines));
    }

    private static List<Hunk> hunks(List<String> older, List<String> newer) {
        List<AbstractDelta<String>> deltas =
                DiffUtils.diff(older, newer, new MeyersDiffWithLinearSpace<>()).getDeltas();
        List<Hunk> hunks = new ArrayList<>();
        int next = 0;
        while (next < deltas.size()) {
            int end = next + 1;
            while (end < deltas.size() && start(deltas.get(end)) - end(deltas.get(end - 1)) <= 2 * AROUND) {
                end++;
            }
            hunks.add(hunk(older, deltas.subList(next, end)));
            next = end;
        }
        return hunks;
    }

    private static Hunk hunk(List<String> older, List<AbstractDelta<String>> deltas) {
        AbstractDelta<String> first = deltas.get(0);
        int at = Math.max(0, start(first) - AROUND);
        int from = at;
        int to = first.getTarget().getPosition() - (start(first) - at);
        List<Line> lines = new ArrayList<>();
        for (AbstractDelta<String> delta : deltas) {
            both(lines, older, at, start(delta));
            delta.getSource().getLines().forEach(line -> lines.add(new Line(Line.Kind.OLD, line)));
            delta.getTarget().getLines().forEach(line -> lines.add(new Line(Line.Kind.NEW, line)));
            at = end(delta);
        }
        both(lines, older, at, Math.min(older.size(), at + AROUND));
        return new Hunk(from + 1, to + 1, oldFirst(lines));
    }

    /** Where lines were replaced, those that go before those that come: the comparison finds them in either order. */
    private static List<Line> oldFirst(List<Line> lines) {
        List<Line> ordered = new ArrayList<>();
        int goes = 0;
        for (Line line : lines) {
            if (line.kind() == Line.Kind.OLD) {
                ordered.add(goes++, line);
            } else {
                ordered.add(line);
                goes = line.kind() == Line.Kind.BOTH ? ordered.size() : goes;
            }
        }
        return ordered;
    }

    private static void both(List<Line> lines, List<String> older, int from, int to) {
        older.subList(from, to).forEach(line -> lines.add(new Line(Line.Kind.BOTH, line)));
    }

    private static int start(AbstractDelta<String> delta) {
        return delta.getSource().getPosition();
    }

    private static int end(AbstractDelta<String> delta) {
        return delta.getSource().getPosition() + delta.getSource().size();
    }
}
