package dev.reconnect.web;

import dev.reconnect.knowledge.Flaw;
import dev.reconnect.release.ActiveRelease;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready once a release is active. The database has no say: diagnosing goes on without it. */
@Readiness
@ApplicationScoped
class RulesReady implements HealthCheck {

    private final ActiveRelease active;
    private final Folders folders;

    RulesReady(ActiveRelease active, Folders folders) {
        this.active = active;
        this.folders = folders;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("rules");
        active.find().ifPresent(release -> answer.withData("release", release.id()));
        if (!folders.flaws().isEmpty()) {
            Flaw first = folders.flaws().get(0);
            answer.withData("flaws in the folders", folders.flaws().size());
            answer.withData(
                    "first flaw",
                    first.file() + ":" + first.line() + ":" + first.column() + ": " + first.message() + " "
                            + first.hint());
        }
        return answer.status(active.find().isPresent()).build();
    }
}
