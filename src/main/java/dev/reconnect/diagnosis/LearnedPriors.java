package dev.reconnect.diagnosis;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One version of the priors, for every segment. Immutable; named in each answer that it was used for.
 *
 * @param shared   for a segment that has no cases yet
 * @param segments by the name of the segment
 */
public record LearnedPriors(String id, Priors shared, Map<String, Priors> segments) {

    public LearnedPriors {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(shared, "shared");
        segments = Collections.unmodifiableMap(new TreeMap<>(segments));
    }

    /** The same priors for every segment: the authors' words, before any outcome. */
    public static LearnedPriors everywhere(Priors priors) {
        return new LearnedPriors(priors.id(), priors, Map.of());
    }

    public Priors of(Segment segment) {
        return segments.getOrDefault(segment.name(), shared);
    }
}
