package dev.reconnect.intake;

import java.util.ArrayList;
import java.util.List;

/** Messages of one program's log, by what they contain, and the symptoms that they stand for. */
final class LogTable {

    /** A message: all of the fragments, in lower case, in one line. */
    private record Entry(List<String> fragments, String symptom, String value) {}

    private final List<Entry> entries = new ArrayList<>();

    /** @param fragments separated by " .. "; all must be in the line */
    LogTable add(String fragments, String symptom, String value) {
        entries.add(new Entry(List.of(fragments.split(" \\.\\. ")), symptom, value));
        return this;
    }

    /** @return whether any message was recognised */
    boolean read(Line line, Findings findings) {
        boolean any = false;
        for (Entry entry : entries) {
            if (entry.fragments().stream().allMatch(line::has)) {
                findings.add(entry.symptom(), entry.value(), line.whole());
                any = true;
            }
        }
        return any;
    }
}
