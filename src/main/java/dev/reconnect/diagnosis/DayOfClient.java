package dev.reconnect.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The lessons of one client on one day, summed up.
 *
 * @param day     days since 1970-01-01, UTC
 * @param lessons how many there were
 * @param cases   per segment and cause, in millionths of a case
 * @param trials  per {@code cause/fix}
 */
public record DayOfClient(
        long day, String client, long lessons, Map<String, Map<String, Long>> cases, Map<String, Trials> trials) {

    /** A fixed order, in which every replica adds. */
    static final Comparator<DayOfClient> IN_ORDER =
            Comparator.comparingLong(DayOfClient::day).thenComparing(DayOfClient::client);

    public DayOfClient {
        Objects.requireNonNull(client, "client");
        Map<String, Map<String, Long>> sorted = new TreeMap<>();
        cases.forEach((segment, causes) -> sorted.put(segment, Collections.unmodifiableMap(new TreeMap<>(causes))));
        cases = Collections.unmodifiableMap(sorted);
        trials = Collections.unmodifiableMap(new TreeMap<>(trials));
    }

    /** Sums up lessons of any days and clients. */
    public static List<DayOfClient> of(Collection<Lesson> lessons) {
        Map<String, List<Lesson>> days = new TreeMap<>();
        lessons.forEach(lesson -> days.computeIfAbsent(lesson.day() + " " + lesson.client(), key -> new ArrayList<>())
                .add(lesson));
        return days.values().stream().map(DayOfClient::sum).sorted(IN_ORDER).toList();
    }

    private static DayOfClient sum(List<Lesson> ofOneDay) {
        Map<String, Map<String, Long>> cases = new TreeMap<>();
        Map<String, Trials> trials = new TreeMap<>();
        for (Lesson lesson : ofOneDay) {
            Map<String, Long> causes = cases.computeIfAbsent(lesson.segment(), segment -> new TreeMap<>());
            lesson.causes().forEach((cause, share) -> causes.merge(cause, share, Long::sum));
            lesson.tried()
                    .forEach(trial -> trials.merge(trial.cause() + '/' + trial.fix(), Trials.of(trial), Trials::plus));
        }
        Lesson first = ofOneDay.get(0);
        return new DayOfClient(first.day(), first.client(), ofOneDay.size(), cases, trials);
    }
}
