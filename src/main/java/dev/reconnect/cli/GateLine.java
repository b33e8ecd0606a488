package dev.reconnect.cli;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.reconnect.diagnosis.PriorsVersion;
import dev.reconnect.release.Draft;
import dev.reconnect.release.DraftReport;
import dev.reconnect.release.StoredCase;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What the service and the process that checks its drafts say to each other: JSON, each message preceded by its length in
 * bytes. The service asks; the gate asks back for what it does not have, and ends with its report.
 */
public final class GateLine {

    /**
     * @param base   the id of the release that the draft changes
     * @param millis how long the check may take
     */
    public record Question(String base, PriorsVersion priors, Draft draft, long millis) {}

    /** What a release was built from. */
    public record Files(SortedMap<String, String> files) {}

    /** Stored diagnoses, newest first; none when there are no more. */
    public record Cases(List<StoredCase> cases) {}

    /**
     * What the gate wants or has.
     *
     * @param report of the check, when it has come to its end
     */
    public record Answer(Kind kind, Optional<DraftReport> report) {

        public enum Kind {
            FILES_WANTED,
            CASES_WANTED,
            REPORT
        }
    }

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .setVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE);

    private final DataInputStream in;
    private final DataOutputStream out;

    public GateLine(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = new DataOutputStream(new BufferedOutputStream(out));
    }

    public void say(Object message) throws IOException {
        byte[] bytes = json.writeValueAsBytes(message);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** @throws java.io.EOFException if the other side is gone */
    public <T> T hear(Class<T> message) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return json.readValue(bytes, message);
    }
}
