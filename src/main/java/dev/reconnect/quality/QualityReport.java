package dev.reconnect.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good the answers are, overall and by family.
 *
 * @param rows  overall first, then the families by name
 * @param ranks how many cases have the cause at rank 1, 2, 3, 4, 5, 6 to 10, beyond, and nowhere; lenient
 */
public record QualityReport(List<Answer> answers, List<Row> rows, Calibration calibration, Map<String, Integer> ranks) {

    private static final List<String> PLACES = List.of("1", "2", "3", "4", "5", "6-10", "11+", "none");

    /** All measures over one group of answers. */
    public record Row(String name, int cases, Map<Measure, Estimate> estimates) {}

    public QualityReport {
        answers = List.copyOf(answers);
        rows = List.copyOf(rows);
        ranks = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(ranks));
    }

    public static QualityReport of(List<Answer> answers) {
        Map<String, List<Answer>> families = new TreeMap<>();
        answers.forEach(answer -> families.computeIfAbsent(answer.trial().family(), family -> new ArrayList<>())
                .add(answer));
        List<Row> rows = new ArrayList<>();
        rows.add(row("all", answers));
        families.forEach((family, group) -> rows.add(row(family, group)));
        return new QualityReport(answers, rows, Calibration.of(answers), ranks(answers));
    }

    public Estimate overall(Measure measure) {
        return rows.get(0).estimates().get(measure);
    }

    private static Row row(String name, List<Answer> group) {
        Map<Measure, Estimate> estimates = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            estimates.put(
                    measure, Estimate.of(group.stream().mapToDouble(measure::of).toArray()));
        }
        return new Row(name, group.size(), estimates);
    }

    private static Map<String, Integer> ranks(List<Answer> answers) {
        Map<String, Integer> ranks = new java.util.LinkedHashMap<>();
        PLACES.forEach(place -> ranks.put(place, 0));
        for (Answer answer : answers) {
            int rank = answer.lenientRank();
            String place = rank == 0 ? "none" : rank <= 5 ? String.valueOf(rank) : rank <= 10 ? "6-10" : "11+";
            ranks.merge(place, 1, Integer::sum);
        }
        return ranks;
    }
}
