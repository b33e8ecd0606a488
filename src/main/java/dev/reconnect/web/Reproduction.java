package dev.reconnect.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reconnect.diagnosis.Diagnosis;
import dev.reconnect.diagnosis.Report;
import dev.reconnect.release.Release;
import dev.reconnect.store.KeptDiagnosis;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Makes stored diagnoses again, from the release, the priors and the symptoms that they were made of. */
@ApplicationScoped
class Reproduction {

    private static final int KEPT_RELEASES = 4;

    /**
     * @param equal       to the byte
     * @param differsAt   offset of the first byte that differs; absent when none does
     */
    @Schema(name = "Reproduction")
    public record View(
            String id, boolean equal, Diagnosis.ReleaseName release, String priors, Optional<Integer> differsAt) {}

    private final Desk desk;
    private final ReleaseSwitch releases;
    private final PriorsKeeper priors;
    private final ObjectMapper json;
    private final Map<String, Release> built =
            Collections.synchronizedMap(new LinkedHashMap<>(KEPT_RELEASES, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Release> eldest) {
                    return size() > KEPT_RELEASES;
                }
            });

    Reproduction(Desk desk, ReleaseSwitch releases, PriorsKeeper priors, ObjectMapper json) {
        this.desk = desk;
        this.releases = releases;
        this.priors = priors;
        this.json = json;
    }

    /** @throws ProblemException 404 without such a diagnosis, 409 if its release or priors are no longer there */
    View of(UUID id) {
        KeptDiagnosis kept = desk.kept(id);
        Release release = release(kept.release())
                .with(priors.version(kept.priors()).orElseThrow(() -> gone("priors " + kept.priors())));
        Diagnosis diagnosis = release.diagnoser().diagnose(report(kept.request()));
        byte[] again = desk.write(new Answer(diagnosis, true));
        int differs = Arrays.mismatch(again, kept.answer());
        return new View(
                id.toString(),
                differs < 0,
                new Diagnosis.ReleaseName(release.id(), release.digest()),
                kept.priors(),
                differs < 0 ? Optional.empty() : Optional.of(differs));
    }

    private Release release(String id) {
        Release known = built.get(id);
        if (known == null) {
            known = releases.load(id).orElseThrow(() -> gone("release " + id));
            built.put(id, known);
        }
        return known;
    }

    private Report report(byte[] request) {
        try {
            return json.readValue(request, Report.class);
        } catch (IOException e) {
            throw new IllegalStateException("what is stored can be read", e);
        }
    }

    private static ProblemException gone(String what) {
        return new ProblemException(Problem.of(
                ProblemType.CONFLICT, "The " + what + " is not in the store.", "Only the stored answer can be read."));
    }
}
