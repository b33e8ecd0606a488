package dev.reconnect.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.reconnect.diagnosis.Diagnosis;
import dev.reconnect.diagnosis.Observation;
import dev.reconnect.diagnosis.Origin;
import dev.reconnect.diagnosis.Report;
import dev.reconnect.knowledge.Risk;
import dev.reconnect.release.Release;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Answers that were given before. A diagnosis follows from release, priors and report alone, so that an answer never grows
 * old: another release or other priors are another key. Bounded by the bytes that it holds.
 *
 * <p>Only reports of symptoms are kept, not those with words that somebody pasted: these hardly come twice, and what a caller
 * does not want stored should not stay in memory either.
 */
@Singleton
class AnswerCache {

    /** What an entry holds beside its bytes, roughly. */
    private static final int OVERHEAD = 4_096;

    /** All that an answer follows from, except for its id. */
    private record Key(
            String release,
            String priors,
            List<Observation> observations,
            List<Diagnosis.Notice> notices,
            int limit,
            Risk maxRisk,
            Set<Report.Part> include) {

        static Key of(Release release, Report report) {
            return new Key(
                    release.digest(),
                    release.priors().id(),
                    report.observations(),
                    report.notices(),
                    report.limit(),
                    report.maxRisk(),
                    report.include());
        }
    }

    private final Cache<Key, PreparedAnswer> answers;

    AnswerCache(ReconnectConfig config, MeterRegistry metrics) {
        this.answers = Caffeine.newBuilder()
                .maximumWeight(config.answers().cache())
                .weigher((Key key, PreparedAnswer answer) -> answer.size() + OVERHEAD)
                .executor(Runnable::run)
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(metrics, answers, "answers");
    }

    PreparedAnswer of(Release release, Report report, Supplier<PreparedAnswer> diagnosed) {
        if (report.observations().stream().anyMatch(seen -> !(seen.origin() instanceof Origin.Reported))) {
            return diagnosed.get();
        }
        Key key = Key.of(release, report);
        PreparedAnswer known = answers.getIfPresent(key);
        if (known == null) {
            // Not computed under the cache's lock: two callers at once may well do the same work.
            known = diagnosed.get();
            answers.put(key, known);
        }
        return known;
    }
}
