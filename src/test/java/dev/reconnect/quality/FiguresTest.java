package dev.reconnect.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class FiguresTest {

    private static Answer answer(String family, int strict, int lenient, double confidence) {
        Trial trial = new Trial("a \"case\"", family, "text", List.of(), "cause", List.of("other"));
        return new Answer(
                trial,
                true,
                List.of(),
                strict,
                lenient,
                "cause",
                confidence,
                0.1,
                0.5,
                confidence > 0.7,
                Answer.Interviewed.NONE,
                Answer.Interviewed.NONE,
                OptionalDouble.of(10),
                OptionalDouble.empty());
    }

    @Test
    void countsRanksLenientlyAndStrictly() {
        QualityReport report = QualityReport.of(List.of(
                answer("a", 1, 1, 0.9), answer("a", 4, 1, 0.5), answer("b", 0, 3, 0.2), answer("b", 12, 12, 0.1)));
        assertThat(report.overall(Measure.TOP_1).mean()).isEqualTo(0.5);
        assertThat(report.overall(Measure.TOP_3).mean()).isEqualTo(0.75);
        assertThat(report.overall(Measure.TOP_1_STRICT).mean()).isEqualTo(0.25);
        assertThat(report.overall(Measure.TOP_5_STRICT).mean()).isEqualTo(0.5);
        assertThat(report.overall(Measure.MRR).mean()).isCloseTo((1 + 1 + 1 / 3.0 + 1 / 12.0) / 4, within(1e-9));
        assertThat(report.overall(Measure.MRR_STRICT).mean()).isCloseTo((1 + 0.25 + 1 / 12.0) / 4, within(1e-9));
        assertThat(report.ranks()).containsEntry("1", 2).containsEntry("3", 1).containsEntry("11+", 1);
        assertThat(report.rows()).extracting(QualityReport.Row::name).containsExactly("all", "a", "b");
    }

    @Test
    void leavesOutWhatWasNotMeasured() {
        QualityReport report = QualityReport.of(List.of(answer("a", 1, 1, 0.9), answer("a", 1, 1, 0.2)));
        assertThat(report.overall(Measure.QUESTIONS).cases()).isZero();
        assertThat(report.overall(Measure.DETERMINED_RIGHT).cases()).isEqualTo(1);
        assertThat(report.overall(Measure.MINUTES).mean()).isEqualTo(10);
        assertThat(QualityTables.text(report)).doesNotContain("NaN");
        assertThat(QualityTables.json(report)).doesNotContain("NaN");
    }

    @Test
    void anIntervalHoldsTheMeanAndShrinksWithMoreCases() {
        double[] few = new double[20];
        double[] many = new double[2_000];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = 1;
            few[i % few.length] = 1;
        }
        Estimate wide = Estimate.of(few);
        Estimate narrow = Estimate.of(many);
        assertThat(wide.mean()).isEqualTo(0.5).isBetween(wide.low(), wide.high());
        assertThat(narrow.high() - narrow.low()).isLessThan((wide.high() - wide.low()) / 5);
        assertThat(Estimate.of(few)).isEqualTo(wide);
    }

    @Test
    void aFaultlessDiagnosisIsCalibratedWithinTheNoise() {
        Random random = new Random(1);
        List<Answer> honest = new ArrayList<>();
        List<Answer> boastful = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double confidence = random.nextDouble();
            int rank = random.nextDouble() < confidence ? 1 : 2;
            honest.add(answer("a", rank, rank, confidence));
            boastful.add(answer("a", rank, rank, Math.min(1, confidence + 0.3)));
        }
        Calibration calibration = Calibration.of(honest);
        assertThat(calibration.error()).isLessThan(calibration.noise());
        assertThat(calibration.bins()).hasSize(10).allSatisfy(bin -> assertThat(bin.right())
                .isBetween(bin.low(), bin.high()));
        assertThat(Calibration.of(boastful).error())
                .isGreaterThan(Calibration.of(boastful).noise());
    }

    @Test
    void plotsAreWellFormed() throws Exception {
        QualityReport report = QualityReport.of(List.of(answer("a", 1, 1, 0.9), answer("b", 2, 2, 0.4)));
        for (String plot : List.of(Plots.calibration(report.calibration()), Plots.ranks(report.ranks()))) {
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(plot)))
                            .getDocumentElement()
                            .getTagName())
                    .isEqualTo("svg");
        }
    }

    @Test
    void theTableOfCasesQuotesNames() {
        QualityReport report = QualityReport.of(List.of(answer("a", 1, 1, 0.9)));
        assertThat(QualityTables.cases(report)).contains("\"a \"\"case\"\"\",a,cause,1,1,");
    }
}
