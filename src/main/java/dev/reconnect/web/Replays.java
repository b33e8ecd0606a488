package dev.reconnect.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reconnect.fact.Symptom;
import dev.reconnect.release.StoredCase;
import dev.reconnect.store.RecentDiagnoses;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Stored diagnoses as cases to ask for again. */
@Singleton
class Replays {

    private final RecentDiagnoses diagnoses;
    private final ObjectMapper json;

    Replays(RecentDiagnoses diagnoses, ObjectMapper json) {
        this.diagnoses = diagnoses;
        this.json = json;
    }

    /** Newest first, read while it is walked through. */
    Iterable<StoredCase> newest(int most) {
        return () -> {
            Iterator<RecentDiagnoses.Asked> asked = diagnoses.newest(most).iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return asked.hasNext();
                }

                @Override
                public StoredCase next() {
                    return read(asked.next());
                }
            };
        };
    }

    private StoredCase read(RecentDiagnoses.Asked asked) {
        List<Symptom> symptoms = new ArrayList<>();
        try {
            for (JsonNode observation : json.readTree(asked.request()).path("observations")) {
                JsonNode symptom = observation.path("symptom");
                JsonNode number = symptom.path("number");
                symptoms.add(new Symptom(
                        symptom.path("id").asText(),
                        symptom.path("value").asText(),
                        number.isNumber() ? number.asDouble() : Double.NaN));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what is stored is JSON", e);
        }
        return new StoredCase(asked.id().toString(), symptoms);
    }
}
