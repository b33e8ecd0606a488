package dev.reconnect.rules;

import dev.reconnect.fact.Advice;
import dev.reconnect.fact.Conclusion;
import dev.reconnect.fact.Evidence;
import dev.reconnect.fact.Symptom;
import dev.reconnect.fact.Warning;
import dev.reconnect.rules.Conclusions.Derivation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the rules of one session have concluded. Only symptoms are facts: no rule reads evidence, advice or warnings, and
 * keeping those in the working memory costs more than all matching.
 */
final class Notes {

    private final int mostFirings;
    private final Set<Symptom> derived = new HashSet<>();
    private Set<Symptom> stated = Set.of();
    private int firings;
    private Object[] said = new Object[64];
    private long[] places = new long[64];
    private int size;

    /** @param mostFirings of rules; when there are as many, nothing more is taken down */
    Notes(int mostFirings) {
        this.mostFirings = mostFirings;
        this.firings = mostFirings;
    }

    /** Begins anew, with these symptoms as facts. */
    void open(Set<Symptom> symptoms) {
        stated = symptoms;
        firings = 0;
    }

    /** Forgets everything, and takes nothing more down. */
    void close() {
        stated = Set.of();
        derived.clear();
        Arrays.fill(said, 0, size, null);
        size = 0;
        firings = mostFirings;
    }

    /** @return whether what these rules say, which fire together, is still taken down */
    boolean begin(int rules) {
        if (isFull()) {
            return false;
        }
        firings += rules;
        return true;
    }

    boolean isFull() {
        return firings >= mostFirings;
    }

    /** @param place see {@link SayingOrder} */
    void add(int place, Object conclusion) {
        if (size == said.length) {
            said = Arrays.copyOf(said, 2 * size);
            places = Arrays.copyOf(places, 2 * size);
        }
        said[size] = conclusion;
        places[size] = (long) place << Integer.SIZE | size;
        size++;
    }

    /** Whether a derived symptom is new, and so a fact to insert. */
    boolean isNew(Symptom symptom) {
        return !stated.contains(symptom) && derived.add(symptom);
    }

    /** All of it in order, each once: a rule whose conditions match in several ways says the same again for each. */
    Conclusions conclusions() {
        Arrays.sort(places, 0, size);
        List<Derivation> derivations = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>(size);
        List<Advice> advice = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        for (int from = 0; from < size; ) {
            int to = from + 1;
            while (to < size && place(to) == place(from)) {
                to++;
            }
            for (Object conclusion : to == from + 1 ? List.of(at(from)) : distinct(from, to)) {
                if (conclusion instanceof Evidence item) {
                    evidence.add(item);
                } else if (conclusion instanceof Derivation item) {
                    derivations.add(item);
                } else if (conclusion instanceof Advice item) {
                    advice.add(item);
                } else {
                    warnings.add((Warning) conclusion);
                }
            }
            from = to;
        }
        return new Conclusions(derivations, evidence, advice, warnings);
    }

    private int place(int index) {
        return (int) (places[index] >>> Integer.SIZE);
    }

    private Object at(int index) {
        return said[(int) places[index]];
    }

    /** Conclusions of one place, by the symptoms that they rest on. */
    private List<Object> distinct(int from, int to) {
        List<Object> alike = new ArrayList<>();
        for (int i = from; i < to; i++) {
            alike.add(at(i));
        }
        alike.sort((left, right) -> SayingOrder.compare(symptoms(left), symptoms(right)));
        return alike.stream().distinct().toList();
    }

    private static List<Symptom> symptoms(Object conclusion) {
        return conclusion instanceof Derivation derivation ? derivation.from() : ((Conclusion) conclusion).symptoms();
    }
}
