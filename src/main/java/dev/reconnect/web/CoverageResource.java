package dev.reconnect.web;

import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.release.Coverage;
import dev.reconnect.release.Deadline;
import dev.reconnect.release.Mutations;
import dev.reconnect.release.Release;
import dev.reconnect.release.StoredCase;
import dev.reconnect.rules.Rule;
import dev.reconnect.rules.RuleBase;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What no case asks and no rule reads. Each call runs all cases, so these wait in line with the checks of drafts. */
@Path("/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Role.AUTHOR)
class CoverageResource {

    private final Snapshot snapshot;
    private final CheckQueue queue;
    private final Replays replays;
    private final ReconnectConfig config;

    CoverageResource(Snapshot snapshot, CheckQueue queue, Replays replays, ReconnectConfig config) {
        this.snapshot = snapshot;
        this.queue = queue;
        this.replays = replays;
        this.config = config;
    }

    @GET
    @Operation(summary = "Rules and conditions that no case reaches, symptoms that no rule reads, causes out of reach")
    public CoverageView coverage() {
        Release release = snapshot.release();
        return queue.run(() -> new CoverageView(
                release.id(), Coverage.of(release, Deadline.in(config.drafts().deadline())), unreadCodes(release)));
    }

    @POST
    @Path("/mutations")
    @Operation(summary = "Puts mistakes into the rules one at a time; shows those that no case notices")
    public MutationsView mutations() {
        Release release = snapshot.release();
        Mutations.Result result = queue.run(() -> Mutations.run(release.knowledge(), RuleBase.of(release.rules())));
        return new MutationsView(release.id(), result.tried(), result.noticed(), result.unnoticed());
    }

    private List<CoverageView.UnreadCode> unreadCodes(Release release) {
        Set<Symptom> read = read(release);
        Map<Symptom, Integer> unread = new HashMap<>();
        for (StoredCase stored : replays.newest(config.drafts().replay())) {
            for (Symptom symptom : new HashSet<>(stored.symptoms())) {
                SymptomDefinition definition = release.knowledge().symptoms().get(symptom.id());
                boolean isCode = definition != null && definition.type() == SymptomDefinition.Type.CODE;
                if (isCode && !read.contains(new Symptom(symptom.id(), symptom.value()))) {
                    unread.merge(symptom, 1, Integer::sum);
                }
            }
        }
        return unread.entrySet().stream()
                .map(entry -> new CoverageView.UnreadCode(
                        entry.getKey().id(), entry.getKey().value(), entry.getValue()))
                .sorted(Comparator.comparingInt((CoverageView.UnreadCode code) -> -code.times())
                        .thenComparing(CoverageView.UnreadCode::code))
                .toList();
    }

    /** The literals that rules compare symptoms with. */
    private static Set<Symptom> read(Release release) {
        Set<Symptom> read = new HashSet<>();
        for (Rule rule : release.rules()) {
            for (Rule.Condition condition : rule.conditions()) {
                for (Rule.Test test : condition.tests()) {
                    if (test instanceof Rule.ValueTest value) {
                        read.add(new Symptom(condition.symptom(), value.value()));
                    }
                }
            }
        }
        return read;
    }
}
