package dev.reconnect.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reconnect.fact.Evidence;
import dev.reconnect.fact.Symptom;
import dev.reconnect.rules.Rule.Concludes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds suppositions to what the engine concludes with the same symptom in its working memory. */
final class SuppositionChecks {

    private SuppositionChecks() {}

    /** @return how many causes the symptoms that were added changed */
    static int check(RuleBase base, List<Symptom> stated, List<Symptom> added) {
        int changed = 0;
        Inference inference = base.open(stated);
        Suppositions suppositions = inference.suppositions();
        Map<String, Set<String>> now = said(inference.conclusions());
        for (Symptom symptom : added) {
            Map<String, Set<String>> then = said(inference.whatIf(List.of(symptom)));
            Map<String, List<Concludes>> changes = suppositions.changes(symptom);
            Map<String, Set<String>> supposed = new TreeMap<>(now);
            changes.forEach((cause, items) -> {
                Set<String> texts = new TreeSet<>();
                items.forEach(
                        item -> texts.add(text(item.group(), item.strength().decibans(), item.reason())));
                supposed.put(cause, texts);
            });
            supposed.values().removeIf(Set::isEmpty);
            assertThat(supposed).as("%s and %s", stated, symptom).isEqualTo(then);
            changed += changes.size();
        }
        return changed;
    }

    private static Map<String, Set<String>> said(Conclusions conclusions) {
        Map<String, Set<String>> said = new TreeMap<>();
        for (Evidence item : conclusions.evidence()) {
            said.computeIfAbsent(item.cause(), cause -> new TreeSet<>())
                    .add(text(item.group(), item.decibans(), item.reason()));
        }
        return said;
    }

    private static String text(String group, int decibans, String reason) {
        return group + ' ' + decibans + ' ' + reason;
    }
}
