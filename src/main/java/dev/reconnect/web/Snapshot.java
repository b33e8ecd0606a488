package dev.reconnect.web;

import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.release.ActiveRelease;
import dev.reconnect.release.Release;
import jakarta.enterprise.context.RequestScoped;

/** The release that this request began with, and keeps. */
@RequestScoped
class Snapshot {

    private final ActiveRelease active;
    private Release begun;

    Snapshot(ActiveRelease active) {
        this.active = active;
    }

    /** @throws dev.reconnect.release.NoReleaseException if none is active yet */
    Release release() {
        if (begun == null) {
            begun = active.get();
        }
        return begun;
    }

    Knowledge knowledge() {
        return release().knowledge();
    }
}
