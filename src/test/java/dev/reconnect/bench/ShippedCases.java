package dev.reconnect.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.Case;
import dev.reconnect.knowledge.FileSet;
import dev.reconnect.knowledge.FolderReader;
import dev.reconnect.knowledge.KnowledgeReader;
import dev.reconnect.release.Release;
import dev.reconnect.release.ReleaseBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What people report, by the resolved cases that ship. There are about a hundred, so many different reports are made of
 * them: a case without some of what was observed, and with a little that was observed in another one.
 */
final class ShippedCases {

    private static final long SEED = 11;
    private static final double LEFT_OUT = 0.25;
    private static final int MOST_ADDED = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileSet files = FolderReader.read(Path.of("rules"), Path.of("knowledge"));
    private final List<List<Symptom>> resolved;

    ShippedCases() {
        this.resolved = KnowledgeReader.read(files).knowledge().cases().stream()
                .filter(one -> one.file().startsWith("knowledge/"))
                .map(Case::symptoms)
                .filter(symptoms -> !symptoms.isEmpty())
                .toList();
    }

    /** Built anew with each call. */
    Release release() {
        return ReleaseBuilder.check(files)
                .release()
                .orElseThrow(() -> new IllegalStateException("the shipped rules have flaws"));
    }

    /** So many reports, no two of them with the same symptoms, and the same ones in each run. */
    List<List<Symptom>> different(int count) {
        Random random = new Random(SEED);
        Set<Set<Symptom>> seen = new HashSet<>();
        List<List<Symptom>> reports = new ArrayList<>();
        while (reports.size() < count) {
            List<Symptom> report = varied(random);
            if (!report.isEmpty() && seen.add(Set.copyOf(report))) {
                reports.add(report);
            }
        }
        return reports;
    }

    private List<Symptom> varied(Random random) {
        List<Symptom> report = new ArrayList<>(any(random));
        report.removeIf(symptom -> random.nextDouble() < LEFT_OUT);
        List<Symptom> other = any(random);
        for (int i = random.nextInt(MOST_ADDED + 1); i > 0; i--) {
            Symptom added = other.get(random.nextInt(other.size()));
            if (report.stream().noneMatch(symptom -> symptom.id().equals(added.id()))) {
                report.add(added);
            }
        }
        return report;
    }

    private List<Symptom> any(Random random) {
        return resolved.get(random.nextInt(resolved.size()));
    }

    /** The body of a request. */
    static byte[] body(List<Symptom> symptoms, Map<String, ?> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("symptoms", symptoms.stream().map(ShippedCases::reported).toList());
        body.putAll(more);
        return json(body).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> reported(Symptom symptom) {
        Map<String, String> reported = new LinkedHashMap<>();
        reported.put("id", symptom.id());
        reported.put("value", symptom.value());
        return reported;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
