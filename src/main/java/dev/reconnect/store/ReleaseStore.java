package dev.reconnect.store;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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
import java.util.Map;
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
            switchTo(release.id(), release.publishedBy(), release.note());
            ReleaseRow.flush();
            return release;
        });
    }

    /**
     * The same on top of the release that it was made from, whichever replica publishes meanwhile.
     *
     * @return false if neither that one nor this one is active; then nothing has changed
     * @throws StoreUnavailableException if the database does not answer
     */
    @Transactional
    public boolean publishOn(String base, KeptRelease release, SortedMap<String, String> files) {
        database.open();
        return reading(() -> {
            // Whoever comes second waits here, and then sees what the first one did.
            Optional<ActiveReleaseRow> active =
                    ActiveReleaseRow.findByIdOptional(ActiveReleaseRow.SLOT, LockModeType.PESSIMISTIC_WRITE);
            String now = active.map(row -> row.release).orElse(base);
            if (!now.equals(base) && !now.equals(release.id())) {
                return false;
            }
            if (ReleaseRow.findByIdOptional(release.id()).isEmpty()) {
                keep(release, files);
            }
            switchTo(release.id(), release.publishedBy(), release.note());
            ReleaseRow.flush();
            return true;
        });
    }

    /**
     * Makes a kept release the one that answers.
     *
     * @return false if there is none of this id
     */
    @Transactional
    public boolean activate(String id, String who, String note) {
        database.open();
        return reading(() -> {
            boolean kept = ReleaseRow.findByIdOptional(id).isPresent();
            if (kept) {
                switchTo(id, who, note);
                ReleaseRow.flush();
            }
            return kept;
        });
    }

    /** Who made the active release answer; {@code files} when it was the folders. Empty before the first. */
    public Optional<String> activatedBy() {
        return reading(() -> ActiveReleaseRow.<ActiveReleaseRow>findByIdOptional(ActiveReleaseRow.SLOT)
                .map(row -> row.activatedBy));
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
            ReleaseFileRow.getEntityManager()
                    .createQuery(
                            "select f.path, t.text from ReleaseFileRow f, FileTextRow t"
                                    + " where f.release = :release and t.hash = f.hash",
                            Object[].class)
                    .setParameter("release", id)
                    .getResultList()
                    .forEach(row -> files.put((String) row[0], new String((byte[]) row[1], StandardCharsets.UTF_8)));
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
        Map<String, byte[]> texts = new TreeMap<>();
        SortedMap<String, String> hashes = new TreeMap<>();
        files.forEach((path, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            hashes.put(path, hash(bytes));
            texts.put(hashes.get(path), bytes);
        });
        keepTexts(texts);
        // What release_file refers to must be there before it: Hibernate knows nothing of the reference and sorts
        // freely.
        ReleaseRow.flush();
        hashes.forEach((path, hash) -> {
            ReleaseFileRow file = new ReleaseFileRow();
            file.id = UUID.randomUUID();
            file.release = release.id();
            file.path = path;
            file.hash = hash;
            file.persist();
        });
    }

    /** Each text once; most of them are there from earlier releases. */
    private static void keepTexts(Map<String, byte[]> texts) {
        Set<String> there = new HashSet<>(FileTextRow.getEntityManager()
                .createQuery("select t.hash from FileTextRow t where t.hash in :hashes", String.class)
                .setParameter("hashes", texts.keySet())
                .getResultList());
        texts.forEach((hash, text) -> {
            if (!there.contains(hash)) {
                FileTextRow row = new FileTextRow();
                row.hash = hash;
                row.text = text;
                row.persist();
            }
        });
    }

    private static void switchTo(String id, String who, String note) {
        ActiveReleaseRow active = ActiveReleaseRow.<ActiveReleaseRow>findByIdOptional(ActiveReleaseRow.SLOT)
                .orElseGet(ActiveReleaseRow::new);
        if (id.equals(active.release)) {
            return;
        }
        AuditRow.note(
                who, "activate-release", Optional.ofNullable(active.release).orElse(""), id, note);
        active.slot = ActiveReleaseRow.SLOT;
        active.release = id;
        active.activatedAt = OffsetDateTime.now(ZoneOffset.UTC);
        active.activatedBy = who;
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
