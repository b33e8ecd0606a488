package dev.reconnect.diagnosis;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What one outcome teaches. Shares are whole numbers, in millionths: their sums do not depend on the order, so lessons can
 * be added up, and taken back, in any order and on any machine.
 *
 * @param day     days since 1970-01-01, UTC
 * @param client  who reported it; the daily bound is counted per client
 * @param segment name of the case's {@link Segment}
 * @param causes  how far each cause was the true one, together at most {@link #WHOLE}; {@link #OTHER} for a cause that the
 *                knowledge base does not know; empty when nothing was resolved
 * @param tried   what became of the fixes
 */
public record Lesson(long day, String client, String segment, Map<String, Long> causes, List<Trial> tried) {

    /** The name under which causes outside the knowledge base are counted. */
    public static final String OTHER = "other";

    /** One case. */
    public static final long WHOLE = 1_000_000;

    /**
     * One fix that was tried while a cause held.
     *
     * @param share   how far the cause held, in millionths
     * @param minutes what it took; 0 when nobody said
     */
    public record Trial(String cause, String fix, long share, boolean worked, double minutes) {}

    public Lesson {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(segment, "segment");
        causes = Collections.unmodifiableMap(new TreeMap<>(causes));
        tried = List.copyOf(tried);
        long sum = causes.values().stream().mapToLong(Long::longValue).sum();
        if (sum > WHOLE + causes.size()) {
            throw new IllegalArgumentException(
                    "the causes of one case sum to at most one case but to " + sum + " millionths");
        }
    }
}
