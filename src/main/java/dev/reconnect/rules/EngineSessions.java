package dev.reconnect.rules;

import dev.reconnect.fact.Symptom;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/** Applies the rules of one base, in sessions that are kept for the next case. Safe to use from many threads at once. */
final class EngineSessions {

    private static final int KEPT = 16;

    private final KieBase base;
    private final int mostFirings;
    private final BlockingQueue<EngineSession> idle = new ArrayBlockingQueue<>(KEPT);

    EngineSessions(KieBase base, int mostFirings) {
        this.base = base;
        this.mostFirings = mostFirings;
    }

    /** @throws FiringLimitReached if the rules do not come to an end */
    Conclusions conclude(Set<Symptom> symptoms) {
        EngineSession session = idle.poll();
        if (session == null) {
            session = open();
        }
        boolean reusable = false;
        try {
            if (!session.fire(symptoms, mostFirings)) {
                throw endless(symptoms);
            }
            Conclusions conclusions = session.conclusions();
            reusable = session.clear() && idle.offer(session);
            return conclusions;
        } finally {
            if (!reusable) {
                session.dispose();
            }
        }
    }

    private EngineSession open() {
        return new EngineSession(base.newKieSession(), mostFirings);
    }

    /** Counts the firings of each rule in a second session, because listening costs time that is rarely worth it. */
    private FiringLimitReached endless(Set<Symptom> symptoms) {
        Map<String, Integer> firings = new HashMap<>();
        EngineSession counted = open();
        try {
            counted.listen(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    firings.merge(event.getMatch().getRule().getName(), 1, Integer::sum);
                }
            });
            counted.fire(symptoms, mostFirings);
        } finally {
            counted.dispose();
        }
        Map.Entry<String, Integer> most = firings.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow();
        return new FiringLimitReached(most.getKey(), most.getValue(), mostFirings);
    }
}
