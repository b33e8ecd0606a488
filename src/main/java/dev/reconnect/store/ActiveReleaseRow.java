package dev.reconnect.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** The one row that says which release answers. */
@Entity
@Table(name = "active_release")
class ActiveReleaseRow extends PanacheEntityBase {

    static final int SLOT = 1;

    @Id
    public Integer slot;

    @Column(name = "release_id")
    public String release;

    @Column(name = "activated_at")
    public OffsetDateTime activatedAt;

    @Column(name = "activated_by")
    public String activatedBy;

    /** How often the row has changed. */
    public long version;
}
