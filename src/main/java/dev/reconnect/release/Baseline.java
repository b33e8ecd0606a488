package dev.reconnect.release;

import dev.reconnect.knowledge.Case;
import dev.reconnect.knowledge.FileSet;
import dev.reconnect.knowledge.Flaw;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds of the release that a draft would change: its flaws, and where its labelled cases stand. */
public final class Baseline {

    private final Release release;
    private final Set<String> flaws;
    private final Map<String, Turn.Standing> standings;

    private Baseline(Release release, Set<String> flaws, Map<String, Turn.Standing> standings) {
        this.release = release;
        this.flaws = flaws;
        this.standings = standings;
    }

    /** Takes about as long as building the release. */
    public static Baseline of(Release release, Deadline deadline) {
        Set<String> flaws = new HashSet<>();
        Checked.of(new FileSet(release.files(), List.of()), deadline::check)
                .flaws()
                .forEach(flaw -> flaws.add(identity(flaw)));
        Map<String, Turn.Standing> standings = new LinkedHashMap<>();
        for (Case tested : labelled(release)) {
            deadline.check();
            standings.put(name(tested), Turn.Standing.of(release.diagnoser().rank(tested.symptoms())));
        }
        return new Baseline(release, flaws, standings);
    }

    Release release() {
        return release;
    }

    /** Whether the release has this flaw already, at whatever line. */
    boolean has(Flaw flaw) {
        return flaws.contains(identity(flaw));
    }

    /** By the name of the case, as {@link #name} writes it. */
    Map<String, Turn.Standing> standings() {
        return standings;
    }

    static String name(Case tested) {
        return tested.file() + ": " + tested.name();
    }

    /** The cases whose cause is known and that have symptoms to rank by. */
    static List<Case> labelled(Release release) {
        return release.knowledge().cases().stream()
                .filter(tested ->
                        !tested.cause().isEmpty() && !tested.symptoms().isEmpty())
                .toList();
    }

    private static String identity(Flaw flaw) {
        return flaw.file() + '\n' + flaw.code() + '\n' + flaw.message();
    }
}
