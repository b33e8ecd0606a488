package dev.reconnect.rules;

import dev.reconnect.fact.Advice;
import dev.reconnect.fact.Evidence;
import dev.reconnect.fact.Symptom;
import dev.reconnect.fact.Warning;
import dev.reconnect.rules.Conclusions.Derivation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the rules of one session have concluded, in the order of their firings. Only symptoms are facts: no rule reads
 * evidence, advice or warnings, and keeping those in the working memory costs more than all matching.
 */
final class Notes {

    private final Set<Symptom> there;
    private final List<Derivation> derived = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Advice> advice = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    Notes(Set<Symptom> stated) {
        this.there = new HashSet<>(stated);
    }

    void add(Evidence item) {
        evidence.add(item);
    }

    void add(Advice item) {
        advice.add(item);
    }

    void add(Warning item) {
        warnings.add(item);
    }

    /** @return whether the symptom is new, and so a fact to insert */
    boolean add(Derivation item) {
        derived.add(item);
        return there.add(item.symptom());
    }

    Conclusions conclusions() {
        return Findings.sorted(derived, evidence, advice, warnings);
    }
}
