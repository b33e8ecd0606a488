package dev.reconnect.bench;

import dev.reconnect.fact.Evidence;
import dev.reconnect.fact.Strength;
import dev.reconnect.fact.Symptom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The 60 generated rules as a programmer would write them by hand: the floor, because no engine can do less. What was
 * reported is looked up once for each symptom that anybody asks about.
 */
final class HandWrittenIfs {

    private HandWrittenIfs() {}

    static List<Evidence> conclude(List<Symptom> symptoms) {
        Map<String, Symptom> reported = new HashMap<>();
        for (Symptom symptom : symptoms) {
            reported.put(symptom.id(), symptom);
        }
        List<Evidence> found = new ArrayList<>();
        symptom0(reported.get("area.symptom-0"), found);
        symptom1(reported.get("area.symptom-1"), found);
        symptom2(reported.get("area.symptom-2"), found);
        symptom3(reported.get("area.symptom-3"), found);
        symptom4(reported.get("area.symptom-4"), found);
        symptom5(reported.get("area.symptom-5"), found);
        symptom6(reported.get("area.symptom-6"), found);
        symptom7(reported.get("area.symptom-7"), found);
        symptom8(reported.get("area.symptom-8"), found);
        symptom9(reported.get("area.symptom-9"), found);
        symptom10(reported.get("area.symptom-10"), found);
        symptom11(reported.get("area.symptom-11"), found);
        return found;
    }

    private static void symptom0(Symptom seen, List<Evidence> found) {
        if (seen == null) {
            return;
        }
        if (seen.value().equals("value-0")) {
            found.add(supports("rule-0", "cause-0", "area.symptom-0", seen));
        } else if (seen.value().equals("value-1")) {
            found.add(supports("rule-1", "cause-1", "area.symptom-0", seen));
        } else if (seen.value().equals("value-2")) {
            found.add(supports("rule-2", "cause-2", "area.symptom-0", seen));
        } else if (seen.value().equals("value-3")) {
            found.add(supports("rule-3", "cause-3", "area.symptom-0", seen));
        } else if (seen.value().equals("value-4")) {
            found.add(supports("rule-4", "cause-4", "area.symptom-0", seen));
        }
    }

    private static void symptom1(Symptom seen, List<Evidence> found) {
        if (seen == null) {
            return;
        }
        if (seen.value().equals("value-0")) {
            found.add(supports("rule-5", "cause-5", "area.symptom-1", seen));
        } else if (seen.value().equals("value-1")) {
            found.add(supports("rule-6", "cause-6", "area.symptom-1", seen));
        } else if (seen.value().equals("value-2")) {
            found.add(supports("rule-7", "cause-7", "area.symptom-1", seen));
        } else if (seen.value().equals("value-3")) {
            found.add(supports("rule-8", "cause-8", "area.symptom-1", seen));
        } else if (seen.value().equals("value-4")) {
            found.add(supports("rule-9", "cause-9", "area.symptom-1", seen));
        }
    }

    private static void symptom2(Symptom seen, List<Evidence> found) {
        if (seen == null) {
            return;
        }
        if (seen.value().equals("value-0")) {
            found.add(supports("rule-10", "cause-10", "area.symptom-2", seen));
        } else if (seen.value().equals("value-1")) {
            found.add(supports("rule-11", "cause-11", "area.symptom-2", seen));
        } else if (seen.value().equals("value-2")) {
            found.add(supports("rule-12", "cause-12", "area.symptom-2", seen));
        } else if (seen.value().equals("value-3")) {
            found.add(supports("rule-13", "cause-13", "area.symptom-2", seen));
        } else if (seen.value().equals("value-4")) {
            found.add(supports("rule-14", "cause-14", "area.symptom-2", seen));
        }
    }

    private static void symptom3(Symptom seen, List<Evidence> found) {
        if (seen == null) {
            return;
        }
        if (seen.value().equals("value-0")) {
            found.add(supports("rule-15", "cause-15", "area.symptom-3", seen));
        } else if (seen.value().equals("value-1")) {
            found.add(supports("rule-16", "cause-16", "area.symptom-3", seen));
        } else if (seen.value().equals("value-2")) {
            found.add(supports("rule-17", "cause-17", "area.symptom-3", seen));
        } else if (seen.value().equals("value-3")) {
            found.add(supports("rule-18", "cause-18", "area.symptom-3", seen));
        } else if (seen.value().equals("value-4")) {
            found.add(supports("rule-19", "cause-19", "area.symptom-3", seen));
        }
    }

    private static void symptom4(Symptom seen, List<Evidence> found) {
        if (seen == null) {
            return;
        }
        if (seen.value().equals("value-0")) {
            found.add(supports("rule-20", "cause-20", "area.symptom-4", seen));
        } else if (seen.value().equals("value-1")) {
            found.add(supports("rule-21", "cause-21", "area.symptom-4", seen));
        } else if (seen.value().equals("value-2")) {
            found.add(supports("rule-22", "cause-22", "area.symptom-4", seen));
        } else if (seen.value().equals("value-3")) {
            found.add(supports("rule-23", "cause-23", "area.symptom-4", seen));
        } else if (seen.value().equals("value-4")) {
            found.add(supports("rule-24", "cause-24", "area.symptom-4", seen));
        }
    }

    private static void symptom5(Symptom seen, List<Evidence> found) {
        if (seen == null) {
            return;
        }
        if (seen.value().equals("value-0")) {
            found.add(supports("rule-25", "cause-25", "area.symptom-5", seen));
        } else if (seen.value().equals("value-1")) {
            found.add(supports("rule-26", "cause-26", "area.symptom-5", seen));
        } else if (seen.value().equals("value-2")) {
            found.add(supports("rule-27", "cause-27", "area.symptom-5", seen));
        } else if (seen.value().equals("value-3")) {
            found.add(supports("rule-28", "cause-28", "area.symptom-5", seen));
        } else if (seen.value().equals("value-4")) {
            found.add(supports("rule-29", "cause-29", "area.symptom-5", seen));
        }
    }

    private static void symptom6(Symptom seen, List<Evidence> found) {
        if (seen == null) {
            return;
        }
        if (seen.value().equals("value-0")) {
            found.add(supports("rule-30", "cause-30", "area.symptom-6", seen));
        } else if (seen.value().equals("value-1")) {
            found.add(supports("rule-31", "cause-31", "area.symptom-6", seen));
        } else if (seen.value().equals("value-2")) {
            found.add(supports("rule-32", "cause-32", "area.symptom-6", seen));
        } else if (seen.value().equals("value-3")) {
            found.add(supports("rule-33", "cause-33", "area.symptom-6", seen));
        } else if (seen.value().equals("value-4")) {
            found.add(supports("rule-34", "cause-34", "area.symptom-6", seen));
        }
    }

    private static void symptom7(Symptom seen, List<Evidence> found) {
        if (seen == null) {
            return;
        }
        if (seen.value().equals("value-0")) {
            found.add(supports("rule-35", "cause-35", "area.symptom-7", seen));
        } else if (seen.value().equals("value-1")) {
            found.add(supports("rule-36", "cause-36", "area.symptom-7", seen));
        } else if (seen.value().equals("value-2")) {
            found.add(supports("rule-37", "cause-37", "area.symptom-7", seen));
        } else if (seen.value().equals("value-3")) {
            found.add(supports("rule-38", "cause-38", "area.symptom-7", seen));
        } else if (seen.value().equals("value-4")) {
            found.add(supports("rule-39", "cause-39", "area.symptom-7", seen));
        }
    }

    private static void symptom8(Symptom seen, List<Evidence> found) {
        if (seen == null) {
            return;
        }
        if (seen.value().equals("value-0")) {
            found.add(supports("rule-40", "cause-40", "area.symptom-8", seen));
        } else if (seen.value().equals("value-1")) {
            found.add(supports("rule-41", "cause-41", "area.symptom-8", seen));
        } else if (seen.value().equals("value-2")) {
            found.add(supports("rule-42", "cause-42", "area.symptom-8", seen));
        } else if (seen.value().equals("value-3")) {
            found.add(supports("rule-43", "cause-43", "area.symptom-8", seen));
        } else if (seen.value().equals("value-4")) {
            found.add(supports("rule-44", "cause-44", "area.symptom-8", seen));
        }
    }

    private static void symptom9(Symptom seen, List<Evidence> found) {
        if (seen == null) {
            return;
        }
        if (seen.value().equals("value-0")) {
            found.add(supports("rule-45", "cause-45", "area.symptom-9", seen));
        } else if (seen.value().equals("value-1")) {
            found.add(supports("rule-46", "cause-46", "area.symptom-9", seen));
        } else if (seen.value().equals("value-2")) {
            found.add(supports("rule-47", "cause-47", "area.symptom-9", seen));
        } else if (seen.value().equals("value-3")) {
            found.add(supports("rule-48", "cause-48", "area.symptom-9", seen));
        } else if (seen.value().equals("value-4")) {
            found.add(supports("rule-49", "cause-49", "area.symptom-9", seen));
        }
    }

    private static void symptom10(Symptom seen, List<Evidence> found) {
        if (seen == null) {
            return;
        }
        if (seen.value().equals("value-0")) {
            found.add(supports("rule-50", "cause-50", "area.symptom-10", seen));
        } else if (seen.value().equals("value-1")) {
            found.add(supports("rule-51", "cause-51", "area.symptom-10", seen));
        } else if (seen.value().equals("value-2")) {
            found.add(supports("rule-52", "cause-52", "area.symptom-10", seen));
        } else if (seen.value().equals("value-3")) {
            found.add(supports("rule-53", "cause-53", "area.symptom-10", seen));
        } else if (seen.value().equals("value-4")) {
            found.add(supports("rule-54", "cause-54", "area.symptom-10", seen));
        }
    }

    private static void symptom11(Symptom seen, List<Evidence> found) {
        if (seen == null) {
            return;
        }
        if (seen.value().equals("value-0")) {
            found.add(supports("rule-55", "cause-55", "area.symptom-11", seen));
        } else if (seen.value().equals("value-1")) {
            found.add(supports("rule-56", "cause-56", "area.symptom-11", seen));
        } else if (seen.value().equals("value-2")) {
            found.add(supports("rule-57", "cause-57", "area.symptom-11", seen));
        } else if (seen.value().equals("value-3")) {
            found.add(supports("rule-58", "cause-58", "area.symptom-11", seen));
        } else if (seen.value().equals("value-4")) {
            found.add(supports("rule-59", "cause-59", "area.symptom-11", seen));
        }
    }

    private static Evidence supports(String rule, String cause, String reason, Symptom seen) {
        return new Evidence(rule, cause, "seen", Strength.SUPPORTS, reason, List.of(seen));
    }
}
