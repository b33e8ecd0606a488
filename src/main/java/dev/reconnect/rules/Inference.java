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
import org.kie.api.runtime.rule.FactHandle;

/**
 * The rules applied to the symptoms of one case. For one thread; closing it frees the session.
 *
 * <p>Symptoms whose value is unknown are left out: to a rule they are as good as never reported, so that none can take
 * "nobody knows" for a no. Equal symptoms count once, and one that is both reported and derived stays as long as either
 * holds.
 */
public final class Inference implements AutoCloseable {

    /** More were never seen, and the matches of rules over several values of one symptom multiply. */
    public static final int MOST_SYMPTOMS = 250;

    static final int MOST_FIRINGS = 10_000;

    private final Supplier<KieSession> sessions;
    private final Set<Symptom> stated;
    private final KieSession session;
    private final Conclusions conclusions;

    Inference(Supplier<KieSession> sessions, Collection<Symptom> symptoms) {
        this.sessions = sessions;
        this.stated = known(symptoms);
        this.session = sessions.get();
        try {
            insert(session, stated);
            fire(Set.of());
            this.conclusions = Findings.in(session);
        } catch (RuntimeException | Error failure) {
            session.dispose();
            throw failure;
        }
    }

    /** What follows from the symptoms that this was opened with. */
    public Conclusions conclusions() {
        return conclusions;
    }

    /**
     * What would follow if these symptoms were reported too. Nothing of it stays.
     *
     * @throws FiringLimitReached if the rules do not come to an end; then this inference is of no more use
     */
    public Conclusions whatIf(Collection<Symptom> added) {
        Set<Symptom> news = known(added);
        news.removeAll(stated);
        if (stated.size() + news.size() > MOST_SYMPTOMS) {
            throw tooMany(stated.size() + news.size());
        }
        List<FactHandle> handles = insert(session, news);
        fire(news);
        Conclusions found = Findings.in(session);
        handles.forEach(session::delete);
        fire(Set.of());
        return found;
    }

    @Override
    public void close() {
        session.dispose();
    }

    private void fire(Set<Symptom> added) {
        if (session.fireAllRules(MOST_FIRINGS) >= MOST_FIRINGS) {
            throw endless(added);
        }
    }

    /** Counts the firings of each rule in a second session, because listening costs time that is rarely worth it. */
    private FiringLimitReached endless(Set<Symptom> added) {
        Map<String, Integer> firings = new HashMap<>();
        KieSession counted = sessions.get();
        try {
            counted.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    firings.merge(event.getMatch().getRule().getName(), 1, Integer::sum);
                }
            });
            insert(counted, stated);
            insert(counted, added);
            counted.fireAllRules(MOST_FIRINGS);
        } finally {
            counted.dispose();
        }
        Map.Entry<String, Integer> most = firings.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow();
        return new FiringLimitReached(most.getKey(), most.getValue(), MOST_FIRINGS);
    }

    private static List<FactHandle> insert(KieSession session, Set<Symptom> symptoms) {
        List<FactHandle> handles = new ArrayList<>(symptoms.size());
        for (Symptom symptom : symptoms) {
            handles.add(session.insert(new Reported(symptom)));
        }
        return handles;
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
