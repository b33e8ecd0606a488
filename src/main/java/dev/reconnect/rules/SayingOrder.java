package dev.reconnect.rules;

import dev.reconnect.fact.Advice;
import dev.reconnect.fact.Evidence;
import dev.reconnect.fact.Symptom;
import dev.reconnect.fact.Warning;
import dev.reconnect.rules.Conclusions.Derivation;
import dev.reconnect.rules.Rule.Consequence;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The order of all that the rules of a base can say: derivations, evidence, advice and warnings, each kind by what it is
 * about. The engine fires rules of one layer in no order that means anything.
 *
 * <p>Worked out when rules are built, because comparing the texts of forty conclusions takes 10 µs of every diagnosis, and
 * comparing numbers takes less than one.
 */
final class SayingOrder {

    private static final Comparator<Symptom> SYMPTOM =
            Comparator.comparing(Symptom::id).thenComparing(Symptom::value).thenComparingDouble(Symptom::number);

    private static final Comparator<Derivation> DERIVATION =
            Comparator.comparing(Derivation::symptom, SYMPTOM).thenComparing(Derivation::rule);

    private static final Comparator<Evidence> EVIDENCE = Comparator.comparing(Evidence::cause)
            .thenComparing(Evidence::rule)
            .thenComparing(Evidence::group)
            .thenComparing(Evidence::strength)
            .thenComparing(Evidence::reason);

    private static final Comparator<Advice> ADVICE = Comparator.comparing(Advice::fix)
            .thenComparing(Advice::rule)
            .thenComparing(Advice::suitable)
            .thenComparing(Advice::reason);

    private static final Comparator<Warning> WARNING =
            Comparator.comparing(Warning::rule).thenComparing(Warning::kind).thenComparing(Warning::message);

    private static final Comparator<Object> PATTERN =
            Comparator.comparingInt(SayingOrder::kind).thenComparing(SayingOrder::compareOfOneKind);

    private final Map<Object, Integer> places = new HashMap<>();

    SayingOrder(List<Rule> rules) {
        TreeSet<Object> patterns = new TreeSet<>(PATTERN);
        for (Rule rule : rules) {
            for (Consequence consequence : rule.conclusions()) {
                patterns.add(Saying.pattern(rule.name(), consequence));
            }
        }
        patterns.forEach(pattern -> places.put(pattern, places.size()));
    }

    /** @param pattern what one of the rules concludes, without symptoms */
    int place(Object pattern) {
        return places.get(pattern);
    }

    /** The order of conclusions that differ in nothing but the symptoms that they rest on. */
    static int compare(List<Symptom> left, List<Symptom> right) {
        Iterator<Symptom> others = right.iterator();
        for (Symptom symptom : left) {
            int order = others.hasNext() ? SYMPTOM.compare(symptom, others.next()) : 1;
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    private static int kind(Object conclusion) {
        if (conclusion instanceof Derivation) {
            return 0;
        }
        return conclusion instanceof Evidence ? 1 : conclusion instanceof Advice ? 2 : 3;
    }

    private static int compareOfOneKind(Object left, Object right) {
        if (left instanceof Derivation derivation) {
            return DERIVATION.compare(derivation, (Derivation) right);
        }
        if (left instanceof Evidence evidence) {
            return EVIDENCE.compare(evidence, (Evidence) right);
        }
        return left instanceof Advice advice
                ? ADVICE.compare(advice, (Advice) right)
                : WARNING.compare((Warning) left, (Warning) right);
    }
}
