package dev.reconnect.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** What all reports on one diagnosis teach together. */
@Entity
@Table(name = "lesson")
class LessonRow extends PanacheEntityBase {

    /** A failure that comes back within this was not mended. */
    static final Duration WATCHED = Duration.ofDays(7);

    @Id
    @Column(name = "diagnosis_id")
    public UUID diagnosis;

    @Column(name = "lesson_day")
    public long day;

    @Column(name = "first_cause")
    public String firstCause;

    public double probability;
    public String confirmed;
    public String fingerprint;

    @Column(name = "worked_at")
    public OffsetDateTime workedAt;

    @Column(name = "worked_until")
    public OffsetDateTime workedUntil;

    public boolean recurred;

    /** The day, when the confirmed cause was not first; null otherwise. */
    @Column(name = "wrong_day")
    public Long wrongDay;

    public byte[] entries;

    void take(KeptLesson lesson) {
        diagnosis = lesson.diagnosis();
        day = lesson.day();
        firstCause = lesson.firstCause();
        probability = lesson.probability();
        confirmed = lesson.confirmed();
        fingerprint = lesson.fingerprint();
        workedAt = lesson.workedAt().map(LessonRow::utc).orElse(null);
        workedUntil = lesson.workedAt().map(at -> utc(at.plus(WATCHED))).orElse(null);
        recurred = lesson.recurred();
        wrongDay = lesson.wasWrong() ? lesson.day() : null;
        entries = lesson.entries();
    }

    KeptLesson kept() {
        return new KeptLesson(
                diagnosis,
                day,
                firstCause,
                probability,
                confirmed,
                fingerprint,
                Optional.ofNullable(workedAt).map(OffsetDateTime::toInstant),
                recurred,
                entries);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
