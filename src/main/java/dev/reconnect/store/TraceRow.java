package dev.reconnect.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;

/** By which a portal finds its case again, and the same failure is recognised: hashes only. */
@Entity
@Table(name = "diagnosis_trace")
class TraceRow extends PanacheEntityBase {

    @Id
    @Column(name = "diagnosis_id")
    public UUID diagnosis;

    @Column(name = "made_at")
    public OffsetDateTime madeAt;

    public String reference;
    public String fingerprint;
}
