package dev.reconnect.web;

import dev.reconnect.release.ActiveRelease;
import dev.reconnect.release.Release;
import dev.reconnect.store.CaseStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What an operator watches beside the calls themselves. */
@ApplicationScoped
class Gauges {

    private final MeterRegistry registry;
    private final CaseStore cases;
    private final ActiveRelease active;

    Gauges(MeterRegistry registry, CaseStore cases, ActiveRelease active) {
        this.registry = registry;
        this.cases = cases;
        this.active = active;
    }

    void register(@Observes StartupEvent event) {
        registry.gauge("reconnect.store.waiting", cases, CaseStore::waiting);
        registry.gauge("reconnect.release.rules", active, Gauges::rules);
    }

    private static int rules(ActiveRelease active) {
        return active.find().map(Release::rules).map(rules -> rules.size()).orElse(0);
    }
}
