package dev.reconnect.web;

import java.util.Optional;

/** What a key may do. Each role may do what those before it may. */
public enum Role {
    /** Look things up. */
    READER,
    /** Diagnose, and report what helped. */
    PORTAL,
    /** Send in drafts, and see statistics. */
    AUTHOR,
    /** Publish, roll back, make keys. */
    PUBLISHER;

    boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    String word() {
        return JsonStyle.word(this);
    }

    static Optional<Role> of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
