package dev.reconnect.intake;

import dev.reconnect.fact.Symptom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** What the readers have found so far in one text, and which parts of it they have understood. Not for several threads. */
final class Findings {

    /** A report with more values than this says no more; it keeps hostile input small. */
    private static final int MOST = 500;

    /**
     * One find, by offsets of the clean text.
     *
     * @param background whether it only says who and which version: no sign of a failure by itself
     */
    record Find(Symptom symptom, int start, int end, boolean background) {}

    private final List<Find> finds = new ArrayList<>();
    private final List<Extraction.Note> notes = new ArrayList<>();
    private final BitSet claimed = new BitSet();
    private final LocalDate today;

    /** @param today the day that "expired" refers to */
    Findings(LocalDate today) {
        this.today = today;
    }

    LocalDate today() {
        return today;
    }

    void add(String id, String value, Line.Part part) {
        add(id, value, part.start(), part.end());
    }

    void add(String id, String value, int start, int end) {
        put(new Find(new Symptom(id, value), start, end, false));
    }

    void addNumber(String id, double number, Line.Part part) {
        put(new Find(new Symptom(id, spelled(number), number), part.start(), part.end(), false));
    }

    /** Who and which version: true, but no sign of a failure. A text with nothing else is no finding. */
    void addBackground(String id, String value, Line.Part part) {
        put(new Find(new Symptom(id, value), part.start(), part.end(), true));
    }

    void addBackgroundNumber(String id, double number, Line.Part part) {
        put(new Find(new Symptom(id, spelled(number), number), part.start(), part.end(), true));
    }

    private void put(Find find) {
        if (finds.size() < MOST) {
            finds.add(find);
        }
    }

    private static String spelled(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    void note(String kind, String message, int start, int end) {
        if (notes.size() < MOST) {
            notes.add(new Extraction.Note(kind, message, start, end));
        }
    }

    /** Marks a stretch as understood: it is not read as prose. */
    void claim(int start, int end) {
        claimed.set(start, end);
    }

    /** A line that somebody tells something in stays prose, however many logs and commands it names. */
    void claim(Line line) {
        if (!line.isTold()) {
            claimed.set(line.start(), line.end());
        }
    }

    boolean isClaimed(int offset) {
        return claimed.get(offset);
    }

    boolean has(String id) {
        return finds.stream().anyMatch(find -> find.symptom().id().equals(id));
    }

    boolean has(String id, String value) {
        return finds.stream()
                .anyMatch(find ->
                        find.symptom().id().equals(id) && find.symptom().value().equals(value));
    }

    List<String> values(String id) {
        return finds.stream()
                .filter(find -> find.symptom().id().equals(id))
                .map(find -> find.symptom().value())
                .toList();
    }

    /** Whether there is a version of a program, and nothing else but its name. */
    boolean namesOnlyPrograms() {
        return has("client.version")
                && finds.stream()
                        .allMatch(find -> find.symptom().id().equals("client.version")
                                || find.symptom().id().equals("client.kind"));
    }

    boolean onlyBackground() {
        return finds.stream().allMatch(Find::background);
    }

    /** Whether a log was read: its words are those of the program that wrote it. */
    boolean ofLogs() {
        return finds.stream()
                .map(find -> find.symptom().id())
                .anyMatch(id -> id.endsWith(".log") || id.endsWith(".event"));
    }

    int size() {
        return finds.size();
    }

    void dropAll() {
        finds.clear();
    }

    void drop(String id, String value) {
        finds.removeIf(
                find -> find.symptom().id().equals(id) && find.symptom().value().equals(value));
    }

    /** In the order of the text; at one place in the order of id and value. */
    List<Find> inOrder() {
        return finds.stream()
                .sorted(Comparator.comparingInt(Find::start)
                        .thenComparing(find -> find.symptom().id())
                        .thenComparing(find -> find.symptom().value()))
                .toList();
    }

    List<Extraction.Note> notes() {
        return List.copyOf(notes);
    }
}
