package dev.reconnect.web;

import dev.reconnect.release.ActiveRelease;
import dev.reconnect.store.StoreSettings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Joins the rooms, which know nothing of a container, to the one that runs them. */
@Singleton
class Wiring {

    @Produces
    @Singleton
    StoreSettings storeSettings(ReconnectConfig config) {
        return new StoreSettings(
                config.data(), config.store().waiting(), config.store().batch());
    }

    @Produces
    @Singleton
    ActiveRelease activeRelease() {
        return new ActiveRelease();
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
