package dev.reconnect.bench;

import dev.reconnect.bench.DiagnosisBenchmark.Wanted;
import dev.reconnect.bench.InferenceBenchmark.Engine;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The engine alone: {@code mvn -Pbench verify -Dit.test=EngineMeasurement}. Each benchmark runs in a process of its own,
 * all of them one after the other and then all again, so that what is set in relation was measured within a minute or two;
 * a ratio is the median of the ratios of the rounds.
 */
class EngineMeasurement {

    private static final int ROUNDS = 3;
    private static final int SYMPTOMS = 15;

    /** Median over the iterations of one process, by round. */
    private final Map<String, double[]> cpu = new LinkedHashMap<>();

    private final Map<String, double[]> allocated = new LinkedHashMap<>();

    @Test
    void measuresTheEngine() throws RunnerException {
        for (int round = 0; round < ROUNDS; round++) {
            infer(round, Engine.IFS, 60, SYMPTOMS);
            infer(round, Engine.RECONNECT, 60, SYMPTOMS);
            infer(round, Engine.EVRETE, 60, SYMPTOMS);
            infer(round, Engine.RECONNECT, 100, SYMPTOMS);
            infer(round, Engine.RECONNECT, 10_000, SYMPTOMS);
            infer(round, Engine.RECONNECT, 1_000, SYMPTOMS);
            infer(round, Engine.EVRETE, 1_000, SYMPTOMS);
            diagnose(round, Wanted.WHOLE);
            diagnose(round, Wanted.QUESTIONS);
        }
        infer(0, Engine.RECONNECT, 1_000, 5);
        infer(0, Engine.RECONNECT, 1_000, 50);
        infer(0, Engine.EVRETE, 100, SYMPTOMS);
        diagnose(0, Wanted.RANKING);
        write();
    }

    private void write() {
        Results results = new Results();
        results.put("inferenceGrowth10000over100", ratio(name(Engine.RECONNECT, 10_000), name(Engine.RECONNECT, 100)));
        results.put("overIfs60", ratio(name(Engine.RECONNECT, 60), name(Engine.IFS, 60)));
        results.put("evreteOver60", ratio(name(Engine.EVRETE, 60), name(Engine.RECONNECT, 60)));
        results.put("evreteOver1000", ratio(name(Engine.EVRETE, 1_000), name(Engine.RECONNECT, 1_000)));
        results.put("wholeMicros", Results.median(cpu.get(name(Wanted.WHOLE))));
        results.put("withQuestionsMillis", Results.median(cpu.get(name(Wanted.QUESTIONS))) / 1e3);
        cpu.forEach((name, micros) -> results.put("cpuMicros." + name, micros));
        allocated.forEach((name, bytes) -> results.put("allocatedBytes." + name, bytes));
        results.write();
    }

    private void infer(int round, Engine engine, int rules, int symptoms) throws RunnerException {
        Options options = shape(InferenceBenchmark.class)
                .param("engine", engine.name())
                .param("rules", Integer.toString(rules))
                .param("symptoms", Integer.toString(symptoms))
                .build();
        run(round, name(engine, rules) + (symptoms == SYMPTOMS ? "" : ".symptoms" + symptoms), options);
    }

    private void diagnose(int round, Wanted wanted) throws RunnerException {
        run(
                round,
                name(wanted),
                shape(DiagnosisBenchmark.class).param("wanted", wanted.name()).build());
    }

    private static OptionsBuilder shape(Class<?> benchmark) {
        OptionsBuilder options = new OptionsBuilder();
        options.include(benchmark.getName())
                .forks(1)
                // Lucene keeps a thread that would hold the process up for half a minute.
                .jvmArgs("-Xms512m", "-Xmx512m", "-Djmh.shutdownTimeout=1")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .warmupIterations(5)
                .warmupTime(TimeValue.milliseconds(1_000))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(400))
                .addProfiler(CpuTime.class)
                .addProfiler("gc");
        return options;
    }

    private void run(int round, String name, Options options) throws RunnerException {
        RunResult result = new Runner(options).runSingle();
        add(cpu, name, round, result.getSecondaryResults().get(CpuTime.NAME));
        add(allocated, name, round, result.getSecondaryResults().get("gc.alloc.rate.norm"));
    }

    private static void add(Map<String, double[]> figures, String name, int round, Result<?> result) {
        double[] before = figures.getOrDefault(name, new double[0]);
        double[] now = Arrays.copyOf(before, round + 1);
        now[round] = result.getStatistics().getPercentile(50);
        figures.put(name, now);
    }

    private double ratio(String dividend, String divisor) {
        double[] above = cpu.get(dividend);
        double[] below = cpu.get(divisor);
        double[] ratios = new double[above.length];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = above[round] / below[round];
        }
        return Results.median(ratios);
    }

    private static String name(Engine engine, int rules) {
        return engine.name().toLowerCase(java.util.Locale.ROOT) + rules;
    }

    private static String name(Wanted wanted) {
        return "diagnosis." + wanted.name().toLowerCase(java.util.Locale.ROOT);
    }
}
