package dev.reconnect.intake;

import java.util.List;
import java.util.Map;

/** Sets of words that phrases use again and again, written {@code <name>} there. */
final class Synonyms {

    private static final Map<String, List<String>> SETS = Map.of(
            "machine",
            Listed.list("""
            pc computer machine laptop notebook desktop workstation box server host vm system device instance
            """),
            "month",
            Listed.list("""
            january february march april may june july august september october november december jan feb mar
            apr jun jul aug sep oct nov dec
            """),
            "works",
            Listed.list("""
            works worked working fine ok okay good connects connected succeeds succeeded accepted perfect perfectly opens
            """),
            "fails",
            Listed.list("""
            fails failed refused refuses rejected rejects denied denies error errors dropped drops
            """),
            "year",
            List.of("2016", "2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026", "2027"),
            "release",
            Listed.list("""
            1507 1511 1607 1703 1709 1803 1809 1903 1909 2004 20h2 21h1 21h2 22h2 23h2 24h2 25h2 26h1 26h2
            """),
            "number",
            List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "3.0", "3.1", "3.17.0"));

    private Synonyms() {}

    /** @throws IllegalArgumentException for a set that there is not */
    static List<String> of(String name) {
        List<String> words = SETS.get(name);
        if (words == null) {
            throw new IllegalArgumentException("there is no set of words <" + name + ">; there are "
                    + SETS.keySet().stream().sorted().toList());
        }
        return words;
    }
}
