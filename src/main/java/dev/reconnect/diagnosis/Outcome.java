package dev.reconnect.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of one case.
 *
 * @param tried     each fix once
 * @param confirmed the cause that it turned out to be; {@link Lesson#OTHER} for one that the knowledge base does not know
 * @param excluded  causes that it turned out not to be
 */
public record Outcome(List<Tried> tried, Optional<String> confirmed, Set<String> excluded) {

    public static final Outcome NOTHING = new Outcome(List.of(), Optional.empty(), Set.of());

    public enum Result {
        WORKED,
        DID_NOT_HELP,
        SKIPPED,
        /** It worked, and the same failure came back within a week: it counts as not having helped. */
        RECURRED
    }

    /**
     * @param minutes hands-on time; empty when nobody said
     */
    public record Tried(String fix, Result result, Optional<Double> minutes) {

        public Tried {
            Objects.requireNonNull(fix, "fix");
            Objects.requireNonNull(result, "result");
            Objects.requireNonNull(minutes, "minutes");
        }
    }

    public Outcome {
        tried = List.copyOf(tried);
        Objects.requireNonNull(confirmed, "confirmed");
        excluded = Collections.unmodifiableSet(new TreeSet<>(excluded));
    }

    /** What is known after a second report on the same case: of each thing the later word counts. */
    public Outcome then(Outcome later) {
        Map<String, Tried> fixes = new LinkedHashMap<>();
        tried.forEach(fix -> fixes.put(fix.fix(), fix));
        later.tried.forEach(fix -> fixes.put(fix.fix(), fix));
        Optional<String> cause = later.confirmed.or(() -> confirmed);
        Set<String> not = new TreeSet<>(excluded);
        not.addAll(later.excluded);
        cause.ifPresent(not::remove);
        return new Outcome(List.copyOf(fixes.values()), cause, not);
    }

    /** The same case after the failure came back. */
    public Outcome recurred() {
        List<Tried> all = new ArrayList<>();
        tried.forEach(fix ->
                all.add(fix.result() == Result.WORKED ? new Tried(fix.fix(), Result.RECURRED, fix.minutes()) : fix));
        return new Outcome(all, confirmed, excluded);
    }

    /** Whether it says anything about the cause. */
    public boolean tells() {
        return confirmed.isPresent()
                || !excluded.isEmpty()
                || tried.stream().anyMatch(fix -> fix.result() != Result.SKIPPED);
    }

    public boolean hasWorked() {
        return tried.stream().anyMatch(fix -> fix.result() == Result.WORKED);
    }
}
