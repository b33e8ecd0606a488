package dev.reconnect.rules;

import dev.reconnect.fact.Advice;
import dev.reconnect.fact.Evidence;
import dev.reconnect.fact.Symptom;
import dev.reconnect.fact.Warning;
import dev.reconnect.rules.Conclusions.Derivation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.kie.api.runtime.KieSession;

/** Takes the conclusions out of a session, which holds its facts in no order, and sorts them. */
final class Findings {

    private static final Comparator<Symptom> SYMPTOM =
            Comparator.comparing(Symptom::id).thenComparing(Symptom::value).thenComparingDouble(Symptom::number);

    private static final Comparator<Derivation> DERIVATION = Comparator.comparing(Derivation::symptom, SYMPTOM)
            .thenComparing(Derivation::rule)
            .thenComparing(Derivation::from, Findings::compare);

    private static final Comparator<Evidence> EVIDENCE = Comparator.comparing(Evidence::cause)
            .thenComparing(Evidence::rule)
            .thenComparing(Evidence::group)
            .thenComparing(Evidence::strength)
            .thenComparing(Evidence::reason)
            .thenComparing(Evidence::symptoms, Findings::compare);

    private static final Comparator<Advice> ADVICE = Comparator.comparing(Advice::fix)
            .thenComparing(Advice::rule)
            .thenComparing(Advice::suitable)
            .thenComparing(Advice::reason)
            .thenComparing(Advice::symptoms, Findings::compare);

    private static final Comparator<Warning> WARNING = Comparator.comparing(Warning::rule)
            .thenComparing(Warning::kind)
            .thenComparing(Warning::message)
            .thenComparing(Warning::symptoms, Findings::compare);

    private Findings() {}

    static Conclusions in(KieSession session) {
        List<Derivation> derived = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        List<Advice> advice = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        for (Object fact : session.getObjects()) {
            if (fact instanceof Evidence item) {
                evidence.add(item);
            } else if (fact instanceof Derivation item) {
                derived.add(item);
            } else if (fact instanceof Advice item) {
                advice.add(item);
            } else if (fact instanceof Warning item) {
                warnings.add(item);
            }
        }
        derived.sort(DERIVATION);
        evidence.sort(EVIDENCE);
        advice.sort(ADVICE);
        warnings.sort(WARNING);
        return new Conclusions(derived, evidence, advice, warnings);
    }

    private static int compare(List<Symptom> left, List<Symptom> right) {
        Iterator<Symptom> others = right.iterator();
        for (Symptom symptom : left) {
            int order = others.hasNext() ? SYMPTOM.compare(symptom, others.next()) : 1;
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : 0;
    }
}
