package dev.reconnect.web;

import dev.reconnect.store.AuditLog;
import dev.reconnect.store.CaseShredder;
import dev.reconnect.store.StoreUnavailableException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Deletes cases when somebody asks for it, and when they are older than is kept. */
@ApplicationScoped
class Shredder {

    private static final Logger LOG = Logger.getLogger(Shredder.class);

    private final CaseShredder cases;
    private final OutcomeDesk outcomes;
    private final AuditLog audit;
    private final ReconnectConfig config;
    private final Clock clock;

    Shredder(CaseShredder cases, OutcomeDesk outcomes, AuditLog audit, ReconnectConfig config, Clock clock) {
        this.cases = cases;
        this.outcomes = outcomes;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /** @return how many there were */
    int delete(UUID id, String who) {
        return delete(List.of(id), id.toString(), who);
    }

    /** Every case that a portal gave this name. */
    int deleteNamed(String reference, String who) {
        return delete(cases.named(Trace.reference(reference)), "by reference", who);
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteOld() {
        try {
            int deleted = 0;
            int batch;
            do {
                batch = cases.deleteBefore(clock.instant().minus(config.store().keep()));
                deleted += batch;
            } while (batch > 0);
            if (deleted > 0) {
                LOG.infof(
                        "%d cases older than %s deleted",
                        deleted, config.store().keep());
            }
        } catch (StoreUnavailableException e) {
            LOG.debugf("%s: old cases are deleted later", e.getMessage());
        }
    }

    private int delete(List<UUID> ids, String what, String who) {
        int deleted = 0;
        for (UUID id : ids) {
            deleted += cases.delete(id, outcomes::entries) ? 1 : 0;
        }
        if (deleted > 0) {
            audit.add(who, "delete-cases", what, "", deleted + " deleted");
        }
        return deleted;
    }
}
