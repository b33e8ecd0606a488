package dev.reconnect.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** What an author sent in. */
@Entity
@Table(name = "draft")
class DraftRow extends PanacheEntityBase {

    @Id
    public String id;

    public String base;

    @Column(name = "made_at")
    public OffsetDateTime madeAt;

    public String author;

    @Column(name = "author_key")
    public String authorKey;

    public String note;
    public byte[] files;
    public byte[] report;
    public String published;
}
