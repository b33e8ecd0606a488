package dev.reconnect.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** One version of what was learned; never changed. */
@Entity
@Table(name = "priors_version")
class PriorsRow extends PanacheEntityBase {

    @Id
    public String id;

    @Column(name = "made_at")
    public OffsetDateTime madeAt;

    public String reason;
    public byte[] counts;

    KeptPriors kept() {
        return new KeptPriors(id, madeAt.toInstant(), reason, Packed.unpack(counts));
    }
}
