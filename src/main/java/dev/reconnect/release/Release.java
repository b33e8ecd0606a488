package dev.reconnect.release;

import dev.reconnect.diagnosis.Diagnoser;
import dev.reconnect.diagnosis.Diagnosis;
import dev.reconnect.diagnosis.Priors;
import dev.reconnect.diagnosis.PriorsVersion;
import dev.reconnect.intake.Intake;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.rules.ResemblanceRules;
import dev.reconnect.rules.Rule;
import dev.reconnect.rules.RuleBase;
import dev.reconnect.rules.RuleIndex;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One immutable snapshot of all rules and knowledge, ready to diagnose. A request keeps the release that it began with,
 * whatever is activated meanwhile.
 *
 * @param id        short name made from the digest
 * @param digest    of the files, {@code sha256:} and 64 hex digits
 * @param files     what it was built from, text by path
 * @param knowledge what the files say
 * @param rules     in the order of their files
 * @param index     of the rules, to explain with
 * @param intake    reads pasted text and codes
 * @param diagnoser with the priors that {@code priors} makes of the authors' words
 * @param priors    what outcomes taught; nothing in a release that was just built
 */
public record Release(
        String id,
        String digest,
        SortedMap<String, String> files,
        Knowledge knowledge,
        List<Rule> rules,
        RuleIndex index,
        Intake intake,
        Diagnoser diagnoser,
        PriorsVersion priors) {

    public Release {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(digest, "digest");
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        Objects.requireNonNull(knowledge, "knowledge");
        rules = List.copyOf(rules);
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(intake, "intake");
        Objects.requireNonNull(diagnoser, "diagnoser");
        Objects.requireNonNull(priors, "priors");
    }

    /** The same release with what outcomes taught. */
    public Release with(PriorsVersion version) {
        Diagnoser taught = diagnoser.with(version.on(Priors.authored(knowledge)));
        return new Release(id, digest, files, knowledge, rules, index, intake, taught, version);
    }

    /** @param before what answered so far, of which the intake is taken over where nothing changes */
    static Release of(
            SortedMap<String, String> files, Knowledge knowledge, List<Rule> rules, Optional<Release> before) {
        String digest = Digest.of(files);
        String id = Digest.id(digest);
        Diagnoser diagnoser = diagnoser(new Diagnosis.ReleaseName(id, digest), knowledge, rules);
        Intake intake =
                before.map(known -> known.intake().next(knowledge, rules)).orElseGet(() -> Intake.of(knowledge, rules));
        return new Release(
                id, digest, files, knowledge, rules, new RuleIndex(rules), intake, diagnoser, PriorsVersion.AUTHORED);
    }

    static Diagnoser diagnoser(Diagnosis.ReleaseName name, Knowledge knowledge, List<Rule> rules) {
        return new Diagnoser(
                name,
                knowledge,
                RuleBase.of(ResemblanceRules.addedTo(rules, knowledge.causes().keySet())),
                PriorsVersion.AUTHORED.on(Priors.authored(knowledge)));
    }
}
