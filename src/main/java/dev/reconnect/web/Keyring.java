package dev.reconnect.web;

import dev.reconnect.store.KeptKey;
import dev.reconnect.store.KeyStore;
import dev.reconnect.store.StoreUnavailableException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The keys that are valid, in memory, so that a call costs no look into the store and an outage locks nobody out. */
@ApplicationScoped
class Keyring {

    static final String BOOTSTRAP = "bootstrap";
    private static final int SHORTEST = 20;

    private final KeyStore store;
    private final ReconnectConfig config;
    private final Clock clock;
    private volatile List<KeptKey> keys = List.of();
    private volatile boolean begun;

    Keyring(KeyStore store, ReconnectConfig config, Clock clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes @Priority(50) StartupEvent event) {
        config.bootstrapKey().filter(key -> key.length() < SHORTEST).ifPresent(key -> {
            throw new ConfigurationException(
                    "reconnect.bootstrap-key must have at least " + SHORTEST + " characters that nobody can guess.");
        });
        if (config.anonymousRole()
                        .flatMap(Role::of)
                        .filter(role -> role.covers(Role.AUTHOR))
                        .isPresent()
                || config.anonymousRole().filter(role -> !isPossible(role)).isPresent()) {
            throw new ConfigurationException("reconnect.anonymous-role must be none, reader or portal.");
        }
        follow();
    }

    /** Keys that another replica made or revoked count here within a second. */
    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() {
        try {
            refresh();
        } catch (StoreUnavailableException e) {
            // The keys that are known stay known; without any nobody can change anything.
            return;
        }
        begin();
    }

    /** What anybody may do without a key; empty when nothing. */
    Optional<Role> anonymous() {
        return config.anonymousRole().flatMap(Role::of);
    }

    /** Compares with all keys in constant time, so that how long it takes says nothing about any of them. */
    Optional<KeptKey> find(String key) {
        byte[] hash = Secrets.hash(key).getBytes(StandardCharsets.US_ASCII);
        KeptKey found = null;
        for (KeptKey kept : keys) {
            if (MessageDigest.isEqual(hash, kept.hash().getBytes(StandardCharsets.US_ASCII)) && kept.isValid()) {
                found = kept;
            }
        }
        return Optional.ofNullable(found);
    }

    /**
     * Makes a key.
     *
     * @return the key, which nobody can be told again; empty if another key has this name
     */
    Optional<String> add(String name, Role role, String who) {
        String secret = Secrets.fresh();
        return keep(name, role, who, secret) ? Optional.of(secret) : Optional.empty();
    }

    Optional<KeptKey> revoke(UUID id, String who) {
        Optional<KeptKey> revoked = store.revoke(id, who, clock.instant());
        refresh();
        return revoked;
    }

    private boolean keep(String name, Role role, String who, String secret) {
        boolean added = store.add(new KeptKey(
                UUID.randomUUID(), name, role.word(), Secrets.hash(secret), clock.instant(), who, Optional.empty()));
        refresh();
        return added;
    }

    private void refresh() {
        keys = store.list();
    }

    /** Without any key nobody could ever make one: the first is given by the setting, or made and shown once. */
    private synchronized void begin() {
        if (begun) {
            return;
        }
        begun = true;
        if (config.bootstrapKey().isPresent()) {
            String secret = config.bootstrapKey().get();
            boolean known = keys.stream().anyMatch(key -> key.hash().equals(Secrets.hash(secret)));
            if (!known) {
                keep(freeName(), Role.PUBLISHER, "setting", secret);
            }
        } else if (keys.isEmpty()) {
            show(add(BOOTSTRAP, Role.PUBLISHER, "first start"));
        }
    }

    /** A changed setting adds a key; the one before it stays until it is revoked. */
    private String freeName() {
        String name = BOOTSTRAP;
        for (int i = 2; isTaken(name); i++) {
            name = BOOTSTRAP + "-" + i;
        }
        return name;
    }

    private boolean isTaken(String name) {
        return keys.stream().anyMatch(key -> key.name().equals(name));
    }

    /** On the console and not in the log, which is kept and sent around. */
    private static void show(Optional<String> secret) {
        secret.ifPresent(
                key -> System.out.println("The first publisher key, shown this once and kept nowhere: " + key));
    }

    private static boolean isPossible(String word) {
        return word.equals("none") || Role.of(word).isPresent();
    }
}
