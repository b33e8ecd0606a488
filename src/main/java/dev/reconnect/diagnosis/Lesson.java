package dev.reconnect.diagnosis;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What one outcome teaches.
 *
 * @param day     days since 1970-01-01, UTC
 * @param client  who reported it; the daily bound is counted per client
 * @param segment name of the case's {@link Segment}
 * @param causes  how far each cause was the true one, between 0 and 1, together at most 1; {@code other} for a cause that
 *                the knowledge base does not know
 * @param tried   what became of the fixes
 */
public record Lesson(long day, String client, String segment, Map<String, Double> causes, List<Trial> tried) {

    /** The name under which causes outside the knowledge base are counted. */
    public static final String OTHER = "other";

    /**
     * One fix that was tried while a cause held.
     *
     * @param share   how far the cause held, between 0 and 1
     * @param minutes what it took; 0 when nobody said
     */
    public record Trial(String cause, String fix, double share, boolean worked, double minutes) {}

    public Lesson {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(segment, "segment");
        causes = Collections.unmodifiableMap(new TreeMap<>(causes));
        tried = List.copyOf(tried);
        double sum = causes.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!(sum <= 1 + 1e-9)) {
            throw new IllegalArgumentException("the causes of one case sum to at most 1 but to " + sum);
        }
    }
}
