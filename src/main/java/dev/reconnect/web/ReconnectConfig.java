package dev.reconnect.web;

import dev.reconnect.diagnosis.Learning;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** All settings of the service itself. A key under {@code reconnect} that is not here keeps the service from starting. */
@ConfigMapping(prefix = "reconnect")
public interface ReconnectConfig {

    /** The folder of the rules. */
    @WithDefault("rules")
    Path rules();

    /** The folder of symptoms, causes, fixes, codes and cases. */
    @WithDefault("knowledge")
    Path knowledge();

    /** The folder of the embedded database; made when it is not there. */
    @WithDefault("data")
    Path data();

    /** Whether saved files become a release by themselves when they pass; always so in dev mode. */
    @WithDefault("false")
    boolean watch();

    /** The publisher key to begin with, for automation. Without it one is made on the first start and shown once. */
    Optional<String> bootstrapKey();

    /** What callers without a key may do: {@code none}, {@code reader} or {@code portal}. Changing always needs a key. */
    @WithDefault("portal")
    Optional<String> anonymousRole();

    /** Whether a draft must be published with another key than the one that sent it in. */
    @WithDefault("false")
    boolean fourEyes();

    /** Origins of portals whose pages embed the widget, such as {@code https://help.example.com}; none by default. */
    Optional<Set<String>> portals();

    /** How drafts are checked. */
    Drafts drafts();

    /** How outcomes shift the priors. */
    Teaching learning();

    /** What a request may hold. */
    Limits limits();

    /** How answers are kept in memory. */
    Answers answers();

    /** How many diagnoses are made in one call. */
    Bulk bulk();

    /** How diagnoses are kept. */
    Store store();

    interface Drafts {

        /** How long the check of one draft may take. */
        @WithDefault("60S")
        Duration deadline();

        /** Megabytes of the process that checks them. */
        @WithDefault("256")
        int memory();

        /** Drafts that may wait for their check; the next one is answered with 503. */
        @WithDefault("8")
        int waiting();

        /** Drafts that one key may send in a minute. */
        @WithDefault("600")
        int perMinute();

        /** Stored diagnoses that are asked for again with each draft, newest first. */
        @WithDefault("10000")
        int replay();

        /** Bytes of the body of a draft, JSON or zip. */
        @WithDefault("8388608")
        int body();

        /** Drafts that nobody published are dropped after this. */
        @WithDefault("P30D")
        Duration keep();
    }

    interface Teaching {

        /** How often the priors are learned anew. */
        @WithDefault("60s")
        Duration every();

        /** After so many days an outcome counts half. */
        @WithDefault("7")
        double halfLifeDays();

        /** How many cases the authors' frequencies weigh. */
        @WithDefault("400")
        double authoredCases();

        /** How many cases the whole estate weighs in one segment of it. */
        @WithDefault("200")
        double sharedCases();

        /** How many trials the authors' word on a fix weighs. */
        @WithDefault("10")
        double authoredTrials();

        /** All that one key reports on one day counts as at most so many cases. */
        @WithDefault("20")
        double casesPerClientAndDay();

        /** And as at most so many trials of one fix on one cause. */
        @WithDefault("2")
        double trialsPerClientAndDay();

        default Learning.Settings settings() {
            return new Learning.Settings(
                    halfLifeDays(),
                    authoredCases(),
                    sharedCases(),
                    authoredTrials(),
                    casesPerClientAndDay(),
                    trialsPerClientAndDay());
        }
    }

    interface Limits {

        /** Bytes of a request body, or of a line of a bulk call; as many or more are answered with 413. */
        @WithDefault("1048576")
        int body();

        /** Symptoms of one report. */
        @WithDefault("200")
        int symptoms();

        /** Characters of a pasted text. */
        @WithDefault("1048576")
        int text();

        /** Characters of an id or a value. */
        @WithDefault("200")
        int value();
    }

    interface Answers {

        /** Bytes of answers that are kept in memory for callers who report the same symptoms; 0 for none. */
        @WithDefault("16777216")
        long cache();
    }

    interface Bulk {

        /** Bulk calls at once; the next one is answered with 429. */
        @WithDefault("8")
        int streams();
    }

    interface Store {

        /** Diagnoses that may wait to be written; the next one is answered with 503. */
        @WithDefault("4096")
        int waiting();

        /** Diagnoses of one commit at most. */
        @WithDefault("512")
        int batch();

        /** How long an answer waits for its commit before it says that it is not stored. */
        @WithDefault("10S")
        Duration patience();

        /** Cases are deleted after this; the sums that they went into stay, because they name nobody. */
        @WithDefault("365D")
        Duration keep();
    }
}
