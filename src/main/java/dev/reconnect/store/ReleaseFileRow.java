package dev.reconnect.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** That a release holds a file with this text. */
@Entity
@Table(name = "release_file")
class ReleaseFileRow extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "release_id")
    public String release;

    public String path;
    public String hash;
}
