package dev.reconnect.diagnosis;

import dev.reconnect.fact.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Evidence about one cause, strongest first, with what only repeats a stronger item of its group put aside. */
record Sifted(List<Evidence> supporting, List<Evidence> opposing, List<Evidence> repeating, int decibans) {

    static final Sifted NOTHING = new Sifted(List.of(), List.of(), List.of(), 0);

    private static final Comparator<Evidence> STRONGEST_FIRST = Comparator.comparingInt(
                    (Evidence evidence) -> -Math.abs(evidence.decibans()))
            .thenComparing(Evidence::rule)
            .thenComparing(Evidence::group)
            .thenComparing(Evidence::reason);

    Sifted {
        supporting = List.copyOf(supporting);
        opposing = List.copyOf(opposing);
        repeating = List.copyOf(repeating);
    }

    static Sifted of(List<Evidence> evidence) {
        List<Evidence> sorted = new ArrayList<>(evidence);
        sorted.sort(STRONGEST_FIRST);
        List<Evidence> supporting = new ArrayList<>();
        List<Evidence> opposing = new ArrayList<>();
        List<Evidence> repeating = new ArrayList<>();
        int decibans = 0;
        for (Evidence item : sorted) {
            List<Evidence> side = item.decibans() > 0 ? supporting : opposing;
            if (hasGroup(side, item.group())) {
                repeating.add(item);
            } else {
                side.add(item);
                decibans += item.decibans();
            }
        }
        return new Sifted(supporting, opposing, repeating, decibans);
    }

    private static boolean hasGroup(List<Evidence> counted, String group) {
        for (Evidence item : counted) {
            if (item.group().equals(group)) {
                return true;
            }
        }
        return false;
    }
}
