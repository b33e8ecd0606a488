package dev.reconnect.intake;

import dev.reconnect.knowledge.FolderReader;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.knowledge.KnowledgeReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The shipped knowledge, read once for all tests of this room. */
final class Shipped {

    static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    static final Knowledge KNOWLEDGE = knowledge();
    static final Intake INTAKE = Intake.of(KNOWLEDGE, List.of());

    private Shipped() {}

    private static Knowledge knowledge() {
        return KnowledgeReader.read(FolderReader.read(Path.of("rules"), Path.of("knowledge")))
                .knowledge();
    }

    /** What a text says, as {@code id=value}. */
    static List<String> read(String text) {
        return INTAKE.read(text, TODAY).symptoms().stream()
                .map(found -> found.symptom().id() + "=" + found.symptom().value())
                .toList();
    }
}
