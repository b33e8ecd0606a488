package dev.reconnect.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reconnect.fact.Advice;
import dev.reconnect.fact.Conclusion;
import dev.reconnect.fact.Evidence;
import dev.reconnect.fact.Symptom;
import dev.reconnect.fact.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;

/** Our reading of a rule file and Drools' own agree: both find the same in the same symptoms. */
class StockDroolsTest {

    private static final int SAMPLES = 400;

    /** Drools' compiler takes its time: a sample unless {@code -Dreconnect.stock=all}. */
    private static final int MOST_FILES = "all".equals(System.getProperty("reconnect.stock")) ? Integer.MAX_VALUE : 25;

    @Test
    void everyConstructMeansTheSameToDroolsItself() {
        agree(Map.of(RuleFiles.PATH, RuleFiles.ALL_OF_IT));
    }

    @Test
    void theShippedRulesMeanTheSameToDroolsItself() throws IOException {
        List<Path> paths;
        try (Stream<Path> found = Files.walk(Path.of("rules"))) {
            paths = found.filter(path -> path.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
        }
        int step = 1 + (paths.size() - 1) / MOST_FILES;
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < paths.size(); i += step) {
            files.put(paths.get(i).toString().replace('\\', '/'), Files.readString(paths.get(i)));
        }
        agree(files);
    }

    private static void agree(Map<String, String> files) {
        List<Rule> rules = new ArrayList<>();
        files.forEach((path, text) -> rules.addAll(RuleFiles.rules(path, text)));
        RuleBase ours = RuleBase.of(rules);
        KieBase stock = compile(files);
        SymptomSamples samples = new SymptomSamples(rules, new Random(7));
        int concluded = 0;
        for (int i = 0; i < SAMPLES; i++) {
            List<Symptom> symptoms = samples.next();
            Set<String> found = ours(ours, symptoms);
            assertThat(found).as(symptoms::toString).isEqualTo(stock(stock, symptoms));
            concluded += found.size();
        }
        assertThat(concluded).isGreaterThan(SAMPLES);
    }

    private static Set<String> ours(RuleBase base, List<Symptom> symptoms) {
        Inference inference = base.open(symptoms);
        Conclusions conclusions = inference.conclusions();
        Set<String> all = new TreeSet<>();
        symptoms.forEach(symptom -> all.add(symptom.toString()));
        conclusions.derived().forEach(derivation -> all.add(derivation.symptom().toString()));
        conclusions.evidence().forEach(item -> all.add(nameless(item)));
        conclusions.advice().forEach(item -> all.add(nameless(item)));
        conclusions.warnings().forEach(item -> all.add(nameless(item)));
        return all;
    }

    private static Set<String> stock(KieBase base, List<Symptom> symptoms) {
        KieSession session = base.newKieSession();
        try {
            symptoms.forEach(session::insert);
            session.fireAllRules(Inference.MOST_FIRINGS);
            Set<String> all = new TreeSet<>();
            for (Object fact : session.getObjects()) {
                all.add(fact instanceof Conclusion conclusion ? nameless(conclusion) : fact.toString());
            }
            return all;
        } finally {
            session.dispose();
        }
    }

    /** What a rule said, without the rule's name: Drools' own rules do not fill it in. */
    private static String nameless(Conclusion conclusion) {
        if (conclusion instanceof Evidence item) {
            return new Evidence("", item.cause(), item.group(), item.strength(), item.reason(), item.symptoms())
                    .toString();
        }
        if (conclusion instanceof Advice item) {
            return new Advice("", item.fix(), item.suitable(), item.reason(), item.symptoms()).toString();
        }
        Warning item = (Warning) conclusion;
        return new Warning("", item.kind(), item.message(), item.symptoms()).toString();
    }

    private static KieBase compile(Map<String, String> files) {
        KieServices services = KieServices.get();
        ReleaseId id = services.newReleaseId("dev.reconnect", "stock", "1");
        KieFileSystem system = services.newKieFileSystem();
        system.generateAndWritePomXML(id);
        // Drools would warn of each folder that is not called like its package.
        files.forEach((path, text) -> system.write("src/main/resources/" + path.replace('-', '_'), text));
        KieBuilder builder =
                services.newKieBuilder(system, Thread.currentThread().getContextClassLoader());
        builder.buildAll(ExecutableModelProject.class);
        Collection<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        assertThat(errors).isEmpty();
        return services.newKieContainer(id).getKieBase();
    }
}
