package dev.reconnect.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reconnect.store.CaseStore;
import dev.reconnect.store.KeptDiagnosis;
import dev.reconnect.store.KeptOutcome;
import dev.reconnect.store.OutcomeStore;
import dev.reconnect.store.RecentDiagnoses;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes every kept case, a line of JSON each. Read page by page, so that it may be millions. */
@ApplicationScoped
class Export {

    private final RecentDiagnoses diagnoses;
    private final CaseStore cases;
    private final OutcomeStore outcomes;
    private final ObjectMapper json;

    Export(RecentDiagnoses diagnoses, CaseStore cases, OutcomeStore outcomes, ObjectMapper json) {
        this.diagnoses = diagnoses;
        this.cases = cases;
        this.outcomes = outcomes;
        this.json = json;
    }

    void write(OutputStream out) throws IOException {
        for (RecentDiagnoses.Asked asked : diagnoses.newest(Integer.MAX_VALUE)) {
            Optional<KeptDiagnosis> kept = cases.find(asked.id());
            if (kept.isPresent()) {
                out.write(line(kept.get()).toString().getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
        out.flush();
    }

    private JsonNode line(KeptDiagnosis kept) throws IOException {
        ObjectNode line = json.createObjectNode();
        line.put("id", kept.id().toString()).put("madeAt", kept.madeAt().toString());
        line.set("report", json.readTree(kept.request()));
        line.set("diagnosis", json.readTree(kept.answer()));
        ArrayNode reports = line.putArray("outcomes");
        for (KeptOutcome outcome : outcomes.reports(kept.id())) {
            reports.addObject()
                    .put("reportedAt", outcome.reportedAt().toString())
                    .set("report", json.readTree(outcome.body()));
        }
        return line;
    }
}
