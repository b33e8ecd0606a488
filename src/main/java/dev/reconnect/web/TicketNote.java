package dev.reconnect.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reconnect.rules.ResemblanceRules;
import java.util.Locale;

/** A diagnosis as a note in Markdown, ready to paste into a ticket. */
final class TicketNote {

    private final JsonNode diagnosis;
    private final StringBuilder note = new StringBuilder();

    TicketNote(JsonNode diagnosis) {
        this.diagnosis = diagnosis;
    }

    String text() {
        line("# Diagnosis: %s", diagnosis.path("status").asText().replace('-', ' '));
        line("");
        warnings();
        symptoms();
        causes();
        questions();
        steps();
        line(
                "_Diagnosis %s, release %s, priors %s._",
                diagnosis.path("id").asText(),
                diagnosis.path("release").path("id").asText(),
                diagnosis.path("priors").asText());
        return note.toString();
    }

    private void warnings() {
        for (JsonNode warning : diagnosis.path("warnings")) {
            line("> **%s** %s", plain(warning.path("kind")).replace('-', ' '), plain(warning.path("message")));
            line("");
        }
    }

    private void symptoms() {
        line("## Observed");
        line("");
        for (JsonNode symptom : diagnosis.path("symptoms")) {
            boolean derived = symptom.path("source").has("derivedBy");
            if (!derived && !ResemblanceRules.read(symptom.path("id").asText())) {
                line("- %s: %s", plain(symptom.path("id")), plain(symptom.path("value")));
            }
        }
        line("");
    }

    private void causes() {
        line("## Probable causes");
        line("");
        int place = 1;
        for (JsonNode cause : diagnosis.path("causes")) {
            line("%d. **%s** (%s), %s", place++, plain(cause.path("title")), plain(cause.path("id")), percent(cause));
            for (JsonNode item : cause.path("evidence").path("for")) {
                line(
                        "   - for: %s (%+d dB)",
                        plain(item.path("reason")), item.path("decibans").asInt());
            }
            for (JsonNode item : cause.path("evidence").path("against")) {
                line(
                        "   - against: %s (%+d dB)",
                        plain(item.path("reason")), item.path("decibans").asInt());
            }
        }
        line("");
        line(
                "Something else: %s.",
                percent(diagnosis.path("other").asDouble()
                        + diagnosis.path("unlisted").asDouble()));
        line("");
    }

    private void questions() {
        if (diagnosis.path("questions").isEmpty()) {
            return;
        }
        line("## To ask next");
        line("");
        for (JsonNode question : diagnosis.path("questions")) {
            line("- %s _%s_", plain(question.path("text")), plain(question.path("why")));
        }
        line("");
    }

    private void steps() {
        if (diagnosis.path("plan").path("steps").isEmpty()) {
            return;
        }
        line("## What to do");
        line("");
        int place = 1;
        for (JsonNode step : diagnosis.path("plan").path("steps")) {
            step(place++, step);
        }
        line("");
    }

    private void step(int place, JsonNode step) {
        line(
                "%d. **%s** (%s, %s, %.0f min, risk %s)",
                place,
                plain(step.path("title")),
                plain(step.path("where")),
                plain(step.path("privilege")),
                step.path("minutes").asDouble(),
                plain(step.path("risk")));
        labelled("Warning", step.path("warning"));
        for (JsonNode instruction : step.path("instructions")) {
            line("   - %s", plain(instruction));
        }
        for (JsonNode command : step.path("commands")) {
            line("");
            line("   ```%s", plain(command.path("shell")));
            command.path("text").asText().lines().forEach(text -> line("   %s", text));
            line("   ```");
            line("");
        }
        labelled("Worked if", step.path("verify"));
        labelled("Way back", step.path("undo"));
    }

    private void labelled(String label, JsonNode text) {
        if (!text.asText().isBlank()) {
            line("   - **%s:** %s", label, plain(text));
        }
    }

    private static String percent(JsonNode cause) {
        return percent(cause.path("probability").asDouble());
    }

    private static String percent(double probability) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * probability);
    }

    /** In one line, and without the marks that a reported text could use to pass for part of the note. */
    private static String plain(JsonNode node) {
        return node.asText().strip().replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }

    private void line(String format, Object... arguments) {
        note.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
