package dev.reconnect.quality;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report as text for people, JSON for programs and CSV for spreadsheets. */
public final class QualityTables {

    private static final ObjectMapper JSON = new ObjectMapper();

    private QualityTables() {}

    public static String text(QualityReport report) {
        StringBuilder text = new StringBuilder();
        QualityReport.Row all = report.rows().get(0);
        text.append(all.cases()).append(" cases; in brackets what 95 of 100 such sets would show\n\n");
        all.estimates().forEach((measure, estimate) -> {
            if (estimate.cases() > 0) {
                text.append(String.format(
                        Locale.ROOT,
                        "  %-15s %-13s %s%n",
                        measure.title(),
                        measure.variant(),
                        shown(measure, estimate)));
            }
        });
        text.append('\n').append(families(report)).append('\n').append(calibration(report.calibration()));
        text.append("\nRank of the cause, lenient\n");
        report.ranks()
                .forEach((place, cases) ->
                        text.append(String.format("  %-5s %4d  %s%n", place, cases, "#".repeat(cases))));
        return text.toString();
    }

    private static String shown(Measure measure, Estimate estimate) {
        return measure.isPercent()
                ? String.format(
                        Locale.ROOT,
                        "%5.1f %%  [%.0f-%.0f]",
                        100 * estimate.mean(),
                        100 * estimate.low(),
                        100 * estimate.high())
                : String.format(Locale.ROOT, "%7.3f  [%.3f-%.3f]", estimate.mean(), estimate.low(), estimate.high());
    }

    private static String families(QualityReport report) {
        List<Measure> columns = List.of(
                Measure.TOP_1,
                Measure.TOP_3,
                Measure.TOP_5,
                Measure.MRR,
                Measure.TOP_1_STRICT,
                Measure.TOP_3_STRICT,
                Measure.TOP_5_STRICT,
                Measure.MRR_STRICT);
        StringBuilder text = new StringBuilder(String.format(
                "%-20s %5s  %8s %8s %8s %6s  %8s %8s %8s %6s%n",
                "family", "cases", "top-1", "top-3", "top-5", "MRR", "strict 1", "strict 3", "strict 5", "MRR"));
        for (QualityReport.Row row : report.rows()) {
            text.append(String.format("%-20s %5d ", row.name(), row.cases()));
            for (Measure column : columns) {
                double mean = row.estimates().get(column).mean();
                text.append(
                        column.isPercent()
                                ? String.format(Locale.ROOT, " %6.1f %%", 100 * mean)
                                : String.format(Locale.ROOT, " %6.3f ", mean));
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String calibration(Calibration calibration) {
        StringBuilder text = new StringBuilder("Calibration of the leading cause, lenient\n");
        text.append("  said       cases  mean said  was right  95 % interval\n");
        for (Calibration.Bin bin : calibration.bins()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %.1f-%.1f    %5d  %9.2f  %9.2f  %.2f-%.2f%n",
                    bin.from(),
                    bin.from() + 0.1,
                    bin.cases(),
                    bin.confidence(),
                    bin.right(),
                    bin.low(),
                    bin.high()));
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "  expected calibration error %.3f; without any fault it would be up to %.3f%n",
                        calibration.error(),
                        calibration.noise()))
                .toString();
    }

    public static String json(QualityReport report) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode rows = root.putObject("rows");
        for (QualityReport.Row row : report.rows()) {
            ObjectNode node = rows.putObject(row.name()).put("cases", row.cases());
            row.estimates().forEach((measure, estimate) -> {
                if (estimate.cases() > 0) {
                    node.putObject(key(measure))
                            .put("cases", estimate.cases())
                            .put("mean", estimate.mean())
                            .put("low", estimate.low())
                            .put("high", estimate.high());
                }
            });
        }
        ObjectNode calibration = root.putObject("calibration")
                .put("error", report.calibration().error())
                .put("noise", report.calibration().noise());
        calibration.set("bins", JSON.valueToTree(report.calibration().bins()));
        root.set("ranks", JSON.valueToTree(report.ranks()));
        return root.toPrettyString() + "\n";
    }

    /** One line a family and measure. */
    public static String csv(QualityReport report) {
        StringBuilder csv = new StringBuilder("family,measure,cases,mean,low,high\n");
        for (QualityReport.Row row : report.rows()) {
            for (Map.Entry<Measure, Estimate> entry : row.estimates().entrySet()) {
                Estimate estimate = entry.getValue();
                if (estimate.cases() > 0) {
                    csv.append(String.format(
                            Locale.ROOT,
                            "%s,%s,%d,%.4f,%.4f,%.4f%n",
                            row.name(),
                            key(entry.getKey()),
                            estimate.cases(),
                            estimate.mean(),
                            estimate.low(),
                            estimate.high()));
                }
            }
        }
        return csv.toString();
    }

    /** One line a case, to see which ones went wrong. */
    public static String cases(QualityReport report) {
        StringBuilder csv = new StringBuilder(
                "case,family,cause,rank lenient,rank strict,first,confidence,truth,determined,asked,read\n");
        for (Answer answer : report.answers()) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%s,%d,%d,%s,%.4f,%.4f,%s,%d,%s%n",
                    '"' + answer.trial().id().replace("\"", "\"\"") + '"',
                    answer.trial().family(),
                    answer.trial().cause(),
                    answer.lenientRank(),
                    answer.strictRank(),
                    answer.first(),
                    answer.confidence(),
                    answer.truth(),
                    answer.determined(),
                    answer.interview().asked(),
                    String.join(
                            " ",
                            answer.read().stream()
                                    .map(symptom -> symptom.id() + "=" + symptom.value())
                                    .toList())));
        }
        return csv.toString();
    }

    private static String key(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
