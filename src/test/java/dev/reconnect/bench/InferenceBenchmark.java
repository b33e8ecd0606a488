package dev.reconnect.bench;

import dev.reconnect.fact.Evidence;
import dev.reconnect.fact.Symptom;
import dev.reconnect.rules.Rule;
import dev.reconnect.rules.RuleBase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Inference alone: generated rules applied to one case after another. What is measured is one case. */
@State(Scope.Benchmark)
public class InferenceBenchmark {

    /** As many as no processor learns by heart which rules fire. */
    private static final int CASES = 256;

    /** Whose work is measured. All come to the same conclusions. */
    public enum Engine {
        RECONNECT,
        EVRETE,
        IFS
    }

    private interface Concluding {

        List<Evidence> conclude(List<Symptom> symptoms);
    }

    @Param({"RECONNECT", "EVRETE"})
    public Engine engine;

    @Param({"100", "1000", "10000"})
    public int rules;

    @Param({"5", "15", "50"})
    public int symptoms;

    private List<List<Symptom>> cases;
    private Concluding concluding;
    private int next;

    @Setup
    public void build() {
        ServiceLog.begin();
        List<Rule> all = GeneratedRules.of(rules);
        cases = GeneratedRules.cases(CASES, rules, symptoms);
        concluding = concluding(engine, all);
        Concluding reference = concluding(Engine.RECONNECT, all);
        for (List<Symptom> one : cases) {
            Set<Evidence> right = new HashSet<>(reference.conclude(one));
            List<Evidence> found = concluding.conclude(one);
            if (found.size() != GeneratedRules.firing(symptoms) || !new HashSet<>(found).equals(right)) {
                throw new IllegalStateException(engine + " concludes " + found + " of " + one);
            }
        }
    }

    @Benchmark
    public List<Evidence> conclude() {
        next = (next + 1) % CASES;
        return concluding.conclude(cases.get(next));
    }

    private static Concluding concluding(Engine engine, List<Rule> rules) {
        return switch (engine) {
            case RECONNECT -> reconnect(RuleBase.of(rules));
            case EVRETE -> new EvreteRules(rules)::conclude;
            case IFS -> HandWrittenIfs::conclude;
        };
    }

    private static Concluding reconnect(RuleBase base) {
        return symptoms -> base.open(symptoms).conclusions().evidence();
    }
}
