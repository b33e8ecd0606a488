package dev.reconnect.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** That somebody changed something. */
@Entity
@Table(name = "audit")
class AuditRow extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "happened_at")
    public OffsetDateTime happenedAt;

    public String who;
    public String what;
    public String was;
    public String becomes;
    public String note;

    /** Writes it down as part of the transaction that makes the change. */
    static void note(String who, String what, String was, String becomes, String note) {
        AuditRow row = new AuditRow();
        row.id = UUID.randomUUID();
        row.happenedAt = OffsetDateTime.now(ZoneOffset.UTC);
        row.who = who;
        row.what = what;
        row.was = was;
        row.becomes = becomes;
        row.note = note;
        row.persist();
    }

    AuditEntry entry() {
        return new AuditEntry(id, happenedAt.toInstant(), who, what, was, becomes, note);
    }
}
