package dev.reconnect.rules;

import dev.reconnect.fact.Symptom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/**
 * The rules applied to the symptoms of one case.
 *
 * <p>Symptoms whose value is unknown are left out: to a rule they are as good as never reported, so that none can take
 * "nobody knows" for a no. Equal symptoms count once, be they reported or derived.
 */
public final class Inference implements AutoCloseable {

    /** More were never seen, and the matches of rules over several values of one symptom multiply. */
    public static final int MOST_SYMPTOMS = 250;

    static final int MOST_FIRINGS = 10_000;

    private final Supplier<KieSession> sessions;
    private final RuleNetwork network;
    private final Set<Symptom> stated;
    private final Conclusions conclusions;

    Inference(Supplier<KieSession> sessions, RuleNetwork network, Collection<Symptom> symptoms) {
        this.sessions = sessions;
        this.network = network;
        this.stated = known(symptoms);
        this.conclusions = conclude(stated);
    }

    /** What follows from the symptoms that this was opened with. */
    public Conclusions conclusions() {
        return conclusions;
    }

    /**
     * What would follow if these symptoms were reported too.
     *
     * @throws FiringLimitReached if the rules do not come to an end
     */
    public Conclusions whatIf(Collection<Symptom> added) {
        List<Symptom> all = new ArrayList<>(stated);
        all.addAll(added);
        return conclude(known(all));
    }

    /** The same case, to ask of it what many symptoms would change. */
    public Suppositions suppositions() {
        return new Suppositions(network, stated, conclusions);
    }

    /** Keeps the promise of a session that is held no longer than it takes to fire the rules: there is nothing to free. */
    @Override
    public void close() {}

    private Conclusions conclude(Set<Symptom> symptoms) {
        KieSession session = sessions.get();
        try {
            Notes notes = insert(session, symptoms);
            if (session.fireAllRules(MOST_FIRINGS) >= MOST_FIRINGS) {
                throw endless(symptoms);
            }
            return notes.conclusions();
        } finally {
            session.dispose();
        }
    }

    private static Notes insert(KieSession session, Set<Symptom> symptoms) {
        Notes notes = new Notes(symptoms);
        session.setGlobal(RuleModel.NOTES.getName(), notes);
        symptoms.forEach(session::insert);
        return notes;
    }

    /** Counts the firings of each rule in a second session, because listening costs time that is rarely worth it. */
    private FiringLimitReached endless(Set<Symptom> symptoms) {
        Map<String, Integer> firings = new HashMap<>();
        KieSession counted = sessions.get();
        try {
            counted.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    firings.merge(event.getMatch().getRule().getName(), 1, Integer::sum);
                }
            });
            insert(counted, symptoms);
            counted.fireAllRules(MOST_FIRINGS);
        } finally {
            counted.dispose();
        }
        Map.Entry<String, Integer> most = firings.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow();
        return new FiringLimitReached(most.getKey(), most.getValue(), MOST_FIRINGS);
    }

    private static Set<Symptom> known(Collection<Symptom> symptoms) {
        Set<Symptom> known = new LinkedHashSet<>();
        symptoms.stream().filter(symptom -> !symptom.isUnknown()).forEach(known::add);
        if (known.size() > MOST_SYMPTOMS) {
            throw tooMany(known.size());
        }
        return known;
    }

    private static IllegalArgumentException tooMany(int symptoms) {
        return new IllegalArgumentException("at most " + MOST_SYMPTOMS + " symptoms but got " + symptoms);
    }
}
