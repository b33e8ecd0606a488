package dev.reconnect.rules;

import dev.reconnect.fact.Symptom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** One session of the engine, with what its rules write to. Not safe to use from two threads at once. */
final class EngineSession {

    private final KieSession session;
    private final Notes notes;

    EngineSession(KieSession session, int mostFirings) {
        this.session = session;
        this.notes = new Notes(mostFirings);
        session.setGlobal(RuleModel.NOTES.getName(), notes);
    }

    /** @return whether the rules came to an end */
    boolean fire(Set<Symptom> symptoms, int mostFirings) {
        notes.open(symptoms);
        for (Symptom symptom : symptoms) {
            session.insert(symptom);
        }
        session.fireAllRules(mostFirings);
        return !notes.isFull();
    }

    Conclusions conclusions() {
        return notes.conclusions();
    }

    /**
     * Takes every fact out again.
     *
     * @return whether the session is as good as new
     */
    boolean clear() {
        notes.close();
        List<FactHandle> facts = new ArrayList<>(session.getFactHandles());
        for (FactHandle fact : facts) {
            session.delete(fact);
        }
        // Removes what matched from the network; nothing is left that could fire.
        return session.fireAllRules() == 0 && session.getFactCount() == 0;
    }

    void listen(AgendaEventListener listener) {
        session.addEventListener(listener);
    }

    void dispose() {
        session.dispose();
    }
}
