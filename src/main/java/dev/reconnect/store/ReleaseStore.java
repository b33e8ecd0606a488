package dev.reconnect.store;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** Keeps every release that was published, and which one answers. */
@ApplicationScoped
public class ReleaseStore {

    private final Database database;

    ReleaseStore(Database database) {
        this.database = database;
    }

    /**
     * Keeps a release and makes it the one that answers, both or neither. One that is kept already is only activated.
     *
     * @throws StoreUnavailableException if the database does not answer
     */
    @Transactional
    public void publish(KeptRelease release, SortedMap<String, String> files) {
        database.open();
        reading(() -> {
            if (ReleaseRow.findByIdOptional(release.id()).isEmpty()) {
                keep(release, files);
            }
            activate(release);
            return release;
        });
    }

    /** Newest first. */
    public List<KeptRelease> list() {
        return reading(() -> ReleaseRow.<ReleaseRow>listAll(Sort.descending("publishedAt", "id")).stream()
                .map(ReleaseStore::kept)
                .toList());
    }

    public Optional<KeptRelease> find(String id) {
        return reading(() -> ReleaseRow.<ReleaseRow>findByIdOptional(id).map(ReleaseStore::kept));
    }

    /** The id of the release that answers, as all replicas see it; empty before the first. */
    public Optional<String> active() {
        return reading(() -> ActiveReleaseRow.<ActiveReleaseRow>findByIdOptional(ActiveReleaseRow.SLOT)
                .map(row -> row.release));
    }

    /** What a release was built from, text by path; empty when there is none of that id. */
    public SortedMap<String, String> files(String id) {
        return reading(() -> {
            SortedMap<String, String> files = new TreeMap<>();
            for (ReleaseFileRow file : ReleaseFileRow.<ReleaseFileRow>list("release", id)) {
                FileTextRow text = FileTextRow.findById(file.hash);
                files.put(file.path, new String(text.text, StandardCharsets.UTF_8));
            }
            return files;
        });
    }

    private static void keep(KeptRelease release, SortedMap<String, String> files) {
        ReleaseRow row = new ReleaseRow();
        row.id = release.id();
        row.digest = release.digest();
        row.publishedAt = release.publishedAt().atOffset(ZoneOffset.UTC);
        row.publishedBy = release.publishedBy();
        row.note = release.note();
        row.persist();
        Set<String> kept = new HashSet<>(FileTextRow.getEntityManager()
                .createQuery("select hash from FileTextRow", String.class)
                .getResultList());
        files.forEach((path, text) -> {
            ReleaseFileRow file = new ReleaseFileRow();
            file.id = UUID.randomUUID();
            file.release = release.id();
            file.path = path;
            file.hash = keepText(text.getBytes(StandardCharsets.UTF_8), kept);
            file.persist();
        });
    }

    private static String keepText(byte[] text, Set<String> kept) {
        String hash = hash(text);
        if (kept.add(hash)) {
            FileTextRow row = new FileTextRow();
            row.hash = hash;
            row.text = text;
            row.persist();
        }
        return hash;
    }

    private static void activate(KeptRelease release) {
        ActiveReleaseRow active = ActiveReleaseRow.<ActiveReleaseRow>findByIdOptional(ActiveReleaseRow.SLOT)
                .orElseGet(ActiveReleaseRow::new);
        if (release.id().equals(active.release)) {
            return;
        }
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        AuditRow audit = new AuditRow();
        audit.id = UUID.randomUUID();
        audit.happenedAt = now;
        audit.who = release.publishedBy();
        audit.what = "activate-release";
        audit.was = Optional.ofNullable(active.release).orElse("");
        audit.becomes = release.id();
        audit.note = release.note();
        audit.persist();
        active.slot = ActiveReleaseRow.SLOT;
        active.release = release.id();
        active.activatedAt = now;
        active.activatedBy = release.publishedBy();
        active.version++;
        active.persist();
    }

    private static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (PersistenceException e) {
            throw new StoreUnavailableException("the database does not answer", e);
        }
    }

    private static KeptRelease kept(ReleaseRow row) {
        return new KeptRelease(row.id, row.digest, row.publishedAt.toInstant(), row.publishedBy, row.note);
    }

    private static String hash(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
