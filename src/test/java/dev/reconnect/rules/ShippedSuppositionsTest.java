package dev.reconnect.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reconnect.fact.Symptom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedSuppositionsTest {

    private static final int SAMPLES = 150;

    @Test
    void suppositionsAboutTheShippedRulesSayWhatTheEngineWouldSay() throws IOException {
        List<Rule> rules = new ArrayList<>();
        try (Stream<Path> found = Files.walk(Path.of("rules"))) {
            for (Path path : (Iterable<Path>)
                    found.filter(file -> file.toString().endsWith(".drl")).sorted()::iterator) {
                rules.addAll(RuleFiles.rules(path.toString().replace('\\', '/'), Files.readString(path)));
            }
        }
        RuleBase base = RuleBase.of(rules);
        SymptomSamples samples = new SymptomSamples(rules, new Random(11));
        int changed = 0;
        for (int i = 0; i < SAMPLES; i++) {
            List<Symptom> added = new ArrayList<>(samples.next());
            added.addAll(samples.next());
            changed += SuppositionChecks.check(base, samples.next(), added);
        }
        assertThat(changed).isGreaterThan(SAMPLES);
    }
}
