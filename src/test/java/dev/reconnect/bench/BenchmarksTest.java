package dev.reconnect.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reconnect.bench.InferenceBenchmark.Engine;
import dev.reconnect.fact.Evidence;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.FileSet;
import dev.reconnect.knowledge.KnowledgeReader;
import dev.reconnect.rules.DrlReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The benchmarks compare like with like. How fast anything is, is not looked at here. */
class BenchmarksTest {

    private static final int RULES = 60;
    private static final int SYMPTOMS = 15;

    @ParameterizedTest
    @EnumSource
    void everyEngineConcludesTheSame(Engine engine) {
        InferenceBenchmark benchmark = new InferenceBenchmark();
        benchmark.engine = engine;
        benchmark.rules = RULES;
        benchmark.symptoms = SYMPTOMS;

        benchmark.build();

        List<Evidence> found = benchmark.conclude();
        assertThat(found).hasSize(GeneratedRules.firing(SYMPTOMS)).doesNotHaveDuplicates();
    }

    @Test
    void noTwoReportsAreAlike() {
        List<List<Symptom>> reports = new ShippedCases().different(2_000);

        Set<Set<Symptom>> different = new HashSet<>();
        reports.forEach(report -> different.add(Set.copyOf(report)));
        assertThat(different).hasSize(2_000);
    }

    @Test
    void theGeneratedDraftIsAThousandRulesWithoutAFlaw() {
        FileSet draft = FileSet.of(GeneratedDraft.files());

        assertThat(draft.flaws()).isEmpty();
        assertThat(KnowledgeReader.read(draft).flaws()).isEmpty();
        int rules = draft.under("rules/", ".drl").entrySet().stream()
                .mapToInt(file -> {
                    assertThat(DrlReader.read(file.getKey(), file.getValue()).flaws())
                            .isEmpty();
                    return DrlReader.read(file.getKey(), file.getValue())
                            .rules()
                            .size();
                })
                .sum();
        assertThat(rules).isEqualTo(GeneratedDraft.RULES);
    }

    @Test
    void aMedianIsTheMiddle() {
        assertThat(Results.median(new double[] {9, 1, 4})).isEqualTo(4);
        assertThat(Results.median(new double[] {9, 1, 4, 2})).isEqualTo(3);
    }
}
