package dev.reconnect.intake;

import dev.reconnect.knowledge.SymptomDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;

/** What people write in their own words, read with the phrases of the vocabulary. */
final class ProseReader implements TextReader {

    /** Nobody writes more about one failure; beyond this it is a log in a format that no reader knows. */
    private static final int MOST_PROSE = 60_000;

    /** A sentence of a window is quoted as a whole; its words say nothing of their own. */
    private static final int WINDOW_WORDS = 4;

    private static final String MESSAGE = "error.message";

    /** Who and what a comparison names is not what the failure is about: "mstsc works", "older servers are fine". */
    private static final Set<String> COMPARED = Set.of(
            "client.kind",
            "client.os",
            "host.os",
            "host.role",
            "account.kind",
            "scope.worked-before",
            "network.address-kind",
            "network.link");

    /** Pairs of values of which each denies the other. */
    private static final Map<String, String> OPPOSITES = Map.of(
            "yes",
            "no",
            "no",
            "yes",
            "true",
            "false",
            "false",
            "true",
            "required",
            "not-required",
            "not-required",
            "required",
            "pass",
            "fail",
            "fail",
            "pass",
            "agree",
            "differ");

    private final PhraseBook book;
    private final Analyzer analyzer;

    ProseReader(PhraseBook book, Analyzer analyzer) {
        this.book = book;
        this.analyzer = analyzer;
    }

    /** A phrase that was found, as places among the words. */
    private record Found(PhraseBook.Phrase phrase, boolean full, int from, int to) {

        int length() {
            return to - from;
        }

        boolean covers(Found other) {
            return from <= other.from && to >= other.to && length() > other.length();
        }
    }

    @Override
    public void read(Pasted pasted, Findings findings) {
        List<Sentences.Stretch> stretches = Sentences.of(pasted, findings);
        int total =
                stretches.stream().mapToInt(stretch -> stretch.text().length()).sum();
        int read = 0;
        for (Sentences.Stretch stretch : stretches) {
            // Of too much the beginning and the end are read: there stand the question, and the error.
            boolean atStart = read < MOST_PROSE / 2;
            boolean atEnd = total - read <= MOST_PROSE / 2;
            if (atStart || atEnd) {
                stretch(pasted, stretch, findings);
            }
            read += stretch.text().length();
        }
        if (total > MOST_PROSE) {
            findings.note(
                    "truncated",
                    "of " + total + " characters of plain words only the first and the last were read",
                    0,
                    0);
        }
    }

    private void stretch(Pasted pasted, Sentences.Stretch stretch, Findings findings) {
        Words words = Words.of(analyzer, stretch.text(), stretch.start(), stretch.starts());
        if (words.isEmpty()) {
            return;
        }
        List<Found> found = new ArrayList<>();
        for (PhraseBook.Hit hit : book.hits(words)) {
            int from = hit.full() ? words.fullIndexAt(hit.from()) : words.bareIndexAt(hit.from());
            int to = hit.full() ? words.fullIndexAt(hit.to()) : words.bareIndexAt(hit.to());
            found.add(new Found(hit.phrase(), hit.full(), from, to));
        }
        Scope scope = new Scope(words.all(), pasted.text());
        found.removeIf(one -> saysNothing(one, scope));
        for (Found one : kept(found)) {
            report(one, scope, words, findings);
        }
    }

    /** Longer phrases beat shorter ones of the same symptom inside them; a window's sentence beats all that it holds. */
    private static List<Found> kept(List<Found> found) {
        List<Found> sorted = found.stream()
                .sorted(Comparator.comparingInt(Found::from)
                        .thenComparing(Comparator.comparingInt(Found::length).reversed()))
                .toList();
        List<Found> kept = new ArrayList<>();
        for (Found one : sorted) {
            boolean beaten = sorted.stream().anyMatch(other -> other.covers(one) && beats(other, one));
            if (!beaten) {
                kept.add(one);
            }
        }
        return kept;
    }

    private static boolean beats(Found other, Found one) {
        String id = other.phrase().symptom().id();
        String less = one.phrase().symptom().id();
        boolean compared = id.startsWith("scope.") && COMPARED.contains(less);
        return id.equals(less) || compared || id.equals(MESSAGE) && other.length() >= WINDOW_WORDS;
    }

    /** "In a domain" denied says no other value, and must not hide the "not in a domain" that stands inside it. */
    private static boolean saysNothing(Found found, Scope scope) {
        return scope.of(found.from(), found.to(), found.full()) == Scope.Meaning.DENIED
                && opposite(found.phrase().symptom(), found.phrase().value()).isEmpty();
    }

    private static void report(Found found, Scope scope, Words words, Findings findings) {
        SymptomDefinition symptom = found.phrase().symptom();
        String value = found.phrase().value();
        int start = words.all().get(found.from()).start();
        int end = words.all().get(found.to()).end();
        switch (scope.of(found.from(), found.to(), found.full())) {
            case AS_SAID -> findings.add(symptom.id(), value, start, end);
            case DENIED -> opposite(symptom, value).ifPresent(other -> findings.add(symptom.id(), other, start, end));
            case DOUBTFUL -> {}
        }
    }

    private static Optional<String> opposite(SymptomDefinition symptom, String value) {
        String other = OPPOSITES.getOrDefault(value, "");
        return symptom.choices().stream()
                .map(SymptomDefinition.Choice::value)
                .filter(other::equals)
                .findFirst();
    }
}
