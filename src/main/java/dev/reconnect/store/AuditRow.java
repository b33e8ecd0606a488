package dev.reconnect.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
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
}
