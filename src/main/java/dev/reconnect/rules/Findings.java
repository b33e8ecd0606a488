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

/** Puts conclusions in order: the engine fires rules of one layer in no order that means anything. */
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

    static Conclusions sorted(
            List<Derivation> derived, List<Evidence> evidence, List<Advice> advice, List<Warning> warnings) {
        return new Conclusions(
                sorted(derived, DERIVATION),
                sorted(evidence, EVIDENCE),
                sorted(advice, ADVICE),
                sorted(warnings, WARNING));
    }

    /** A rule whose conditions match in several ways says the same again for each: once is enough. */
    private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
        items.sort(order);
        List<T> distinct = new ArrayList<>(items.size());
        for (T item : items) {
            if (distinct.isEmpty() || !item.equals(distinct.get(distinct.size() - 1))) {
                distinct.add(item);
            }
        }
        return distinct;
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
