package dev.reconnect.web;

import dev.reconnect.release.FileDiff;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How two sets of files differ. */
@Schema(name = "Diff")
public record DiffView(String from, String to, List<FileDiff> files) {}
