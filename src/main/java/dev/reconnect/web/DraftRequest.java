package dev.reconnect.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an author sends: changes on top of the active release.
 *
 * @param files  new and changed files
 * @param delete paths of files to drop
 * @param note   what it is for
 * @param base   the id of the release that the author worked from; when it is no longer active the draft is refused
 * @param whole  whether {@code files} are all there is: what is not among them is dropped
 */
public record DraftRequest(
        List<DraftFile> files,
        List<String> delete,
        Optional<String> note,
        Optional<String> base,
        Optional<Boolean> whole) {

    /** @param path such as {@code rules/certificate/rdp-cert-expired.drl} */
    public record DraftFile(
            @Schema(required = true) String path,
            @Schema(required = true) String text) {}

    public DraftRequest {
        files = files == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(files));
        delete = delete == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(delete));
    }
}
