package dev.reconnect.knowledge;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The text files of a set of rules and knowledge, by path below the project and in the order of the paths, whether they
 * come from folders or from a draft that was sent in.
 *
 * @param files path such as {@code rules/certificate/rdp-cert-expired.drl}, with forward slashes, to text
 * @param flaws what could not be taken in; empty when all is well
 */
public record FileSet(SortedMap<String, String> files, List<Flaw> flaws) {

    public FileSet {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        flaws = List.copyOf(flaws);
    }

    /** Files from elsewhere than a folder, held to the same limits. */
    public static FileSet of(Map<String, String> files) {
        FileSetLimits limits = new FileSetLimits();
        new TreeMap<>(files).forEach(limits::take);
        return new FileSet(limits.taken(), limits.flaws());
    }

    /** The files whose path starts with {@code prefix} and ends with {@code suffix}. */
    public SortedMap<String, String> under(String prefix, String suffix) {
        return select(path -> path.startsWith(prefix) && path.endsWith(suffix));
    }

    private SortedMap<String, String> select(Predicate<String> wanted) {
        SortedMap<String, String> selected = new TreeMap<>(files);
        selected.keySet().removeIf(wanted.negate());
        return selected;
    }
}
