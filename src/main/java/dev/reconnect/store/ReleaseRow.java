package dev.reconnect.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** A release, without its files. */
@Entity
@Table(name = "release")
class ReleaseRow extends PanacheEntityBase {

    @Id
    public String id;

    public String digest;

    @Column(name = "published_at")
    public OffsetDateTime publishedAt;

    @Column(name = "published_by")
    public String publishedBy;

    public String note;
}
