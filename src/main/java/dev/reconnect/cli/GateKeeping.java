package dev.reconnect.cli;

import dev.reconnect.cli.GateLine.Answer;
import dev.reconnect.cli.GateLine.Answer.Kind;
import dev.reconnect.cli.GateLine.Cases;
import dev.reconnect.cli.GateLine.Files;
import dev.reconnect.cli.GateLine.Question;
import dev.reconnect.release.Baseline;
import dev.reconnect.release.Deadline;
import dev.reconnect.release.DraftCheck;
import dev.reconnect.release.DraftReport;
import dev.reconnect.release.StoredCase;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Checks one draft after the other. What it worked out about a release is kept for the next draft on top of it, and what it
 * worked out about a draft for the case that this one is published.
 */
public final class GateKeeping {

    private final GateLine line;
    private Optional<Baseline> base = Optional.empty();
    private Optional<Baseline> successor = Optional.empty();

    public GateKeeping(GateLine line) {
        this.line = line;
    }

    /** Until the other side hangs up. */
    public void run() {
        try {
            while (true) {
                Question question = line.hear(Question.class);
                line.say(new Answer(Kind.REPORT, Optional.of(check(question))));
            }
        } catch (EOFException e) {
            // The service has ended, or needs no gate for now.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DraftReport check(Question question) throws IOException {
        Deadline deadline = Deadline.in(Duration.ofMillis(question.millis()));
        try {
            Baseline known = base(question, deadline);
            DraftCheck check = new DraftCheck(known, deadline);
            DraftReport report = check.check(question.draft(), StoredCases::new);
            successor = check.successor();
            return report;
        } catch (Deadline.Passed e) {
            return DraftReport.failed(question.draft(), e.getMessage());
        } catch (StackOverflowError e) {
            return DraftReport.failed(question.draft(), "something in it is nested too deeply");
        } catch (RuntimeException e) {
            e.printStackTrace();
            return DraftReport.failed(question.draft(), "a mistake of the service, whose log says more");
        }
    }

    private Baseline base(Question question, Deadline deadline) throws IOException {
        Baseline known =
                known(base, question).or(() -> known(successor, question)).orElse(null);
        if (known == null) {
            base = Optional.empty();
            successor = Optional.empty();
            line.say(GateCommand.wants(Kind.FILES_WANTED));
            known = Baseline.of(line.hear(Files.class).files(), question.priors(), deadline);
        }
        base = Optional.of(known.with(question.priors(), deadline));
        return base.get();
    }

    private static Optional<Baseline> known(Optional<Baseline> one, Question question) {
        return one.filter(baseline -> baseline.name().id().equals(question.base()));
    }

    /** Fetched from the service a few hundred at a time. */
    private final class StoredCases implements Iterator<StoredCase> {

        private Iterator<StoredCase> fetched = List.<StoredCase>of().iterator();
        private boolean ended;

        @Override
        public boolean hasNext() {
            if (!fetched.hasNext() && !ended) {
                try {
                    line.say(GateCommand.wants(Kind.CASES_WANTED));
                    List<StoredCase> more = line.hear(Cases.class).cases();
                    ended = more.isEmpty();
                    fetched = more.iterator();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return fetched.hasNext();
        }

        @Override
        public StoredCase next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return fetched.next();
        }
    }
}
