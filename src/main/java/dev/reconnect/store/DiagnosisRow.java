package dev.reconnect.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The narrow half of a kept diagnosis: what lists and statistics read. */
@Entity
@Table(name = "diagnosis")
class DiagnosisRow extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "made_at")
    public OffsetDateTime madeAt;

    @Column(name = "release_id")
    public String release;

    public String priors;
    public String status;

    @Column(name = "first_cause")
    public String firstCause;

    public double probability;
}
