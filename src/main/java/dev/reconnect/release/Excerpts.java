package dev.reconnect.release;

import dev.reconnect.knowledge.FileSet;
import dev.reconnect.knowledge.Flaw;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows with each flaw the line that it is about, and moves it to the column where that line says something. */
final class Excerpts {

    private static final int LONGEST = 240;

    private final FileSet files;
    private final Map<String, List<String>> lines = new HashMap<>();

    Excerpts(FileSet files) {
        this.files = files;
    }

    List<Flaw> added(List<Flaw> flaws) {
        return flaws.stream().map(this::added).toList();
    }

    private Flaw added(Flaw flaw) {
        if (!flaw.excerpt().isEmpty()) {
            return flaw;
        }
        List<String> all = lines.computeIfAbsent(
                flaw.file(),
                file -> files.files().getOrDefault(file, "").lines().toList());
        String line = flaw.line() <= all.size() ? all.get(flaw.line() - 1) : "";
        int start = 0;
        while (start < line.length() && " -".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        String shown = line.strip();
        return new Flaw(
                flaw.file(),
                flaw.line(),
                Math.max(flaw.column(), start + 1),
                flaw.severity(),
                flaw.code(),
                flaw.message(),
                flaw.hint(),
                shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown);
    }
}
