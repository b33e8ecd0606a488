package dev.reconnect.web;

import dev.reconnect.store.LedgerEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares what was observed in two periods. */
final class SymptomDrift {

    private static final int MOST = 200;

    /**
     * @param index  population stability index; below 0.1 little has changed, above 0.25 much has
     * @param shifts of the symptoms' shares of all cases, the greatest first
     */
    public record Drift(double index, List<SymptomShift> shifts) {}

    public record SymptomShift(String symptom, double before, double now) {}

    private SymptomDrift() {}

    static Drift between(List<LedgerEntry> earlier, List<LedgerEntry> later) {
        Map<String, Double> before = shares(earlier);
        Map<String, Double> now = shares(later);
        Set<String> all = new TreeSet<>(now.keySet());
        all.addAll(before.keySet());
        List<SymptomShift> shifts = new ArrayList<>();
        double index = 0;
        for (String symptom : all) {
            double was = before.getOrDefault(symptom, 0.0);
            double is = now.getOrDefault(symptom, 0.0);
            shifts.add(new SymptomShift(symptom, was, is));
            if (was > 0 && is > 0) {
                index += (is - was) * Math.log(is / was);
            }
        }
        shifts.sort(Comparator.comparingDouble((SymptomShift shift) -> -Math.abs(shift.now() - shift.before()))
                .thenComparing(SymptomShift::symptom));
        return new Drift(
                before.isEmpty() || now.isEmpty() ? 0 : index,
                shifts.stream().limit(MOST).toList());
    }

    /** Of all symptoms that were seen. */
    private static Map<String, Double> shares(List<LedgerEntry> entries) {
        Map<String, Double> shares = new TreeMap<>();
        long sum = 0;
        for (LedgerEntry entry : entries) {
            shares.merge(entry.a() + "=" + entry.b(), (double) entry.n1(), Double::sum);
            sum += entry.n1();
        }
        double whole = sum;
        shares.replaceAll((symptom, times) -> times / whole);
        return shares;
    }
}
