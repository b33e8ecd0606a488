package dev.reconnect.release;

import dev.reconnect.diagnosis.Diagnoser;
import dev.reconnect.diagnosis.Diagnosis;
import dev.reconnect.diagnosis.Priors;
import dev.reconnect.diagnosis.PriorsVersion;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.Case;
import dev.reconnect.knowledge.FileSet;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.rules.FiringLimitReached;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * What a draft is compared with, and what it becomes once it is published: the files of a release, their flaws, and where
 * their labelled cases stand. It ranks and does not read pasted text, which is most of the work of building a release.
 */
public final class Baseline {

    private final SortedMap<String, String> files;
    private final Diagnosis.ReleaseName name;
    private final Knowledge knowledge;
    private final Set<String> flaws;
    private final Diagnoser diagnoser;
    private final PriorsVersion priors;
    private final Map<String, Turn.Standing> standings = new LinkedHashMap<>();

    private Baseline(Baseline like, PriorsVersion priors, Deadline deadline) {
        this(like.files, like.name, like.knowledge, like.flaws, like.diagnoser, priors, deadline);
    }

    private Baseline(
            SortedMap<String, String> files,
            Diagnosis.ReleaseName name,
            Knowledge knowledge,
            Set<String> flaws,
            Diagnoser diagnoser,
            PriorsVersion priors,
            Deadline deadline) {
        this.files = files;
        this.name = name;
        this.knowledge = knowledge;
        this.flaws = flaws;
        this.diagnoser = diagnoser.with(priors.on(Priors.authored(knowledge)));
        this.priors = priors;
        for (Case tested : labelled()) {
            deadline.check();
            standings.put(name(tested), standing(tested.symptoms()));
        }
    }

    /** Takes about as long as checking the files. */
    public static Baseline of(SortedMap<String, String> files, PriorsVersion priors, Deadline deadline) {
        FileSet set = new FileSet(files, List.of());
        return of(set, Checked.of(set, deadline::check), priors, deadline);
    }

    static Baseline of(FileSet files, Checked checked, PriorsVersion priors, Deadline deadline) {
        Set<String> flaws = new HashSet<>();
        checked.flaws().forEach(flaw -> flaws.add(identity(flaw)));
        String digest = Digest.of(files.files());
        Diagnosis.ReleaseName name = new Diagnosis.ReleaseName(Digest.id(digest), digest);
        return new Baseline(
                files.files(),
                name,
                checked.knowledge(),
                flaws,
                Release.diagnoser(name, checked.knowledge(), checked.rules()),
                priors,
                deadline);
    }

    /** The same files with what outcomes have taught by now. */
    public Baseline with(PriorsVersion version, Deadline deadline) {
        return version.id().equals(priors.id()) ? this : new Baseline(this, version, deadline);
    }

    public Diagnosis.ReleaseName name() {
        return name;
    }

    SortedMap<String, String> files() {
        return files;
    }

    Knowledge knowledge() {
        return knowledge;
    }

    PriorsVersion priors() {
        return priors;
    }

    /** Whether the files have this flaw already, at whatever line. */
    boolean has(Flaw flaw) {
        return flaws.contains(identity(flaw));
    }

    /** By the name of the case, as {@link #name(Case)} writes it. */
    Map<String, Turn.Standing> standings() {
        return standings;
    }

    Turn.Standing standing(List<Symptom> symptoms) {
        try {
            return Turn.Standing.of(diagnoser.rank(symptoms));
        } catch (FiringLimitReached | IllegalArgumentException e) {
            return Turn.Standing.NONE;
        }
    }

    static String name(Case tested) {
        return tested.file() + ": " + tested.name();
    }

    /** The cases whose cause is known and that have symptoms to rank by. */
    List<Case> labelled() {
        return knowledge.cases().stream()
                .filter(tested ->
                        !tested.cause().isEmpty() && !tested.symptoms().isEmpty())
                .toList();
    }

    private static String identity(Flaw flaw) {
        return flaw.file() + '\n' + flaw.code() + '\n' + flaw.message();
    }
}
