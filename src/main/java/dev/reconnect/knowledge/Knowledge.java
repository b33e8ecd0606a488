package dev.reconnect.knowledge;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that the files in {@code knowledge} say, by id and in the order of the ids.
 *
 * @param fixes the changes, and the check of each cause as {@code check-<cause>}
 * @param codes in the order of code, then family
 * @param cases the resolved cases of {@code knowledge/cases} and the cases beside the rules
 */
public record Knowledge(
        Map<String, SymptomDefinition> symptoms,
        Map<String, Cause> causes,
        Map<String, Fix> fixes,
        List<ErrorCode> codes,
        List<Case> cases) {

    public Knowledge {
        symptoms = Collections.unmodifiableMap(new TreeMap<>(symptoms));
        causes = Collections.unmodifiableMap(new TreeMap<>(causes));
        fixes = Collections.unmodifiableMap(new TreeMap<>(fixes));
        codes = List.copyOf(codes);
        cases = List.copyOf(cases);
    }
}
