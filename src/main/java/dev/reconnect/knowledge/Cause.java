package dev.reconnect.knowledge;

import dev.reconnect.fact.Symptom;
import java.util.List;
import java.util.Objects;

/**
 * Something that can be wrong.
 *
 * @param id          file name without its ending, the name that rules use
 * @param area        the folder that the file is in, such as {@code certificate}
 * @param stage       where in the life of a connection it bites
 * @param explanation why it makes the connection fail, for a reader who is not an RDP engineer
 * @param fixes       the fixes that resolve it, with how often they do
 * @param check       the read-only check that confirms it, a {@link Fix} of kind {@code CHECK}
 * @param settles     what to report back when the check confirms it: one symptom, or none where no symptom says it
 * @param corrections what copied articles say about it and what is true instead; may be empty
 * @param reports     how people tell of it before they know the cause, in words unlike each other's; may be empty
 * @param retired     why the cause is no longer diagnosed; empty while it is active
 */
public record Cause(
        String id,
        String area,
        String title,
        Stage stage,
        String explanation,
        Frequency frequency,
        List<FixUse> fixes,
        Fix check,
        List<Symptom> settles,
        List<String> corrections,
        List<String> reports,
        List<Source> sources,
        String retired) {

    /** One fix of a cause. */
    public record FixUse(String fix, Helps helps) {}

    public Cause {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(explanation, "explanation");
        Objects.requireNonNull(frequency, "frequency");
        fixes = List.copyOf(fixes);
        Objects.requireNonNull(check, "check");
        settles = List.copyOf(settles);
        corrections = List.copyOf(corrections);
        reports = List.copyOf(reports);
        sources = List.copyOf(sources);
        Objects.requireNonNull(retired, "retired");
    }

    public boolean isActive() {
        return retired.isEmpty();
    }
}
