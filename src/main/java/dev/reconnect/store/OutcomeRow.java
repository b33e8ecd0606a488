package dev.reconnect.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** One report on what became of a diagnosis. */
@Entity
@Table(name = "outcome")
class OutcomeRow extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "diagnosis_id")
    public UUID diagnosis;

    @Column(name = "reported_at")
    public OffsetDateTime reportedAt;

    @Column(name = "reported_by")
    public String client;

    @Column(name = "idempotency_key")
    public String key;

    public byte[] body;

    static void keep(KeptOutcome outcome) {
        OutcomeRow row = new OutcomeRow();
        row.id = UUID.randomUUID();
        row.diagnosis = outcome.diagnosis();
        row.reportedAt = outcome.reportedAt().atOffset(ZoneOffset.UTC);
        row.client = outcome.client();
        row.key = outcome.key();
        row.body = outcome.body();
        row.persist();
    }

    KeptOutcome kept() {
        return new KeptOutcome(diagnosis, reportedAt.toInstant(), client, key, body);
    }
}
