package dev.reconnect.release;

import dev.reconnect.knowledge.FileSet;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an author wants to change.
 *
 * @param files  new and changed files, text by path
 * @param delete paths of files to drop
 * @param whole  whether {@code files} are all there is, and what they do not hold is dropped
 */
public record Draft(SortedMap<String, String> files, SortedSet<String> delete, boolean whole) {

    public Draft {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        delete = Collections.unmodifiableSortedSet(new TreeSet<>(delete));
    }

    /** The files as they would be with this draft on top of {@code base}. A path to drop that is not there is a flaw. */
    public FileSet on(Map<String, String> base) {
        SortedMap<String, String> all = new TreeMap<>(whole ? Map.of() : base);
        List<Flaw> flaws = new ArrayList<>();
        for (String path : delete) {
            if (!base.containsKey(path)) {
                flaws.add(new Flaw(
                        shown(path),
                        1,
                        1,
                        Flaw.Severity.ERROR,
                        "unknown-file",
                        "there is no file of this path to delete",
                        Nearest.hint(path, base.keySet(), "GET /v1/releases/active/files lists all."),
                        ""));
            }
            all.remove(path);
        }
        all.putAll(files);
        FileSet set = FileSet.of(all);
        flaws.addAll(set.flaws());
        return new FileSet(set.files(), flaws);
    }

    /** A path as it can be shown: a hostile one may hold anything. */
    static String shown(String path) {
        String plain = path.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() > 200 ? plain.substring(0, 200) + "..." : plain;
    }
}
