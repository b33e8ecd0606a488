package dev.reconnect.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A text that one or many releases hold. */
@Entity
@Table(name = "file_text")
class FileTextRow extends PanacheEntityBase {

    /** SHA-256 of the text, in hex. */
    @Id
    public String hash;

    public byte[] text;
}
