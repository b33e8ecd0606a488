package dev.reconnect.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.reconnect.diagnosis.Report;
import dev.reconnect.release.Release;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Answers lines of reports. Nothing of them is kept. */
@Singleton
class BulkDesk {

    private static final Problem EMPTY = Problem.of(
            ProblemType.MALFORMED_JSON, "The line is empty.", "Send one JSON object a line; /api-docs shows which.");

    /** What a line gets that cannot be diagnosed, in the place of its diagnosis. */
    record LineProblem(@JsonUnwrapped Problem problem, long line) {}

    private final ObjectReader reader;
    private final ObjectWriter writer;
    private final ReconnectConfig.Limits limits;
    private final Clock clock;

    BulkDesk(ObjectMapper json, ReconnectConfig config, Clock clock) {
        this.reader = json.readerFor(DiagnosisRequest.class);
        this.writer = json.writer();
        this.limits = config.limits();
        this.clock = clock;
    }

    /** @param include the parts that lines want which do not say so themselves */
    Task begin(Release release, Set<Report.Part> include) {
        return new Task(release, include);
    }

    /** The lines of one call: all are answered by the release that was active when it began. */
    final class Task {

        private final Release release;
        private final Set<Report.Part> include;
        private final UUID first = CaseId.fresh();

        Task(Release release, Set<Report.Part> include) {
            this.release = release;
            this.include = include;
        }

        /** An answer for each line, each ended by a line feed. */
        Buffer answer(List<LineCutter.Line> lines) {
            ByteArrayOutputStream answers = new ByteArrayOutputStream(lines.size() * 8_192);
            for (LineCutter.Line line : lines) {
                byte[] answer = answer(line);
                answers.writeBytes(answer);
                answers.write('\n');
            }
            return Buffer.buffer(answers.toByteArray());
        }

        private byte[] answer(LineCutter.Line line) {
            try {
                return write(new Answer(release.diagnoser().diagnose(read(line)), false));
            } catch (ProblemException e) {
                return write(new LineProblem(e.problem(), line.number()));
            } catch (JsonProcessingException e) {
                return write(new LineProblem(Problems.ofJson(e, line.number() - 1), line.number()));
            } catch (CharConversionException e) {
                return write(new LineProblem(Problems.notUtf8(), line.number()));
            } catch (IOException | RuntimeException e) {
                return write(new LineProblem(Problems.mistaken(e), line.number()));
            }
        }

        private Report read(LineCutter.Line line) throws IOException {
            if (line.tooLong()) {
                throw new ProblemException(Problem.of(
                        ProblemType.TOO_LARGE,
                        "The line has more than " + limits.body() + " bytes.",
                        "Send less of the text: the part around the failure."));
            }
            DiagnosisRequest request =
                    isBlank(line) ? null : reader.readValue(line.bytes(), line.start(), line.end() - line.start());
            if (request == null) {
                throw new ProblemException(EMPTY);
            }
            Report report = new ReportReader(release, limits, clock, include).read(id(line.number()), request);
            if (Desk.isEmpty(request, report)) {
                throw new ProblemException(Desk.NOTHING_REPORTED);
            }
            return report;
        }

        /** Counted on from the first: ids that nobody looks up need not be hard to guess. */
        private String id(long line) {
            return new UUID(first.getMostSignificantBits(), first.getLeastSignificantBits() + line).toString();
        }
    }

    private static boolean isBlank(LineCutter.Line line) {
        for (int i = line.start(); i < line.end(); i++) {
            if (line.bytes()[i] != ' ' && line.bytes()[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private byte[] write(Object answer) {
        try {
            return writer.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
