package dev.reconnect.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The wide half of a kept diagnosis: question and answer to the byte, {@link Packed}. */
@Entity
@Table(name = "diagnosis_text")
class DiagnosisText extends PanacheEntityBase {

    @Id
    public UUID id;

    public byte[] request;
    public byte[] answer;
}
