package dev.reconnect.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** The one row that says which version of the priors answers. */
@Entity
@Table(name = "active_priors")
class ActivePriorsRow extends PanacheEntityBase {

    static final int SLOT = 1;

    @Id
    public Integer slot;

    @Column(name = "priors_id")
    public String priors;

    public boolean follows;

    @Column(name = "activated_at")
    public OffsetDateTime activatedAt;

    @Column(name = "activated_by")
    public String activatedBy;
}
