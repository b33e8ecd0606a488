package dev.reconnect.intake;

import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.rules.Rule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what people paste into symptoms. Built once for a release, immutable, for any number of threads. */
public final class Intake {

    private final Codes codes;
    private final List<TextReader> readers;
    private final PhraseBook book;
    /** What the phrases of the book mean. */
    private final Map<String, SymptomDefinition> symptoms;

    private final ProseReader prose;
    private final Resemblance resemblance;
    /** The values of each symptom; none for a code, a number or free words. */
    private final Map<String, Set<String>> vocabulary;

    private final Masker masker = new Masker();

    private Intake(Knowledge knowledge, List<Rule> rules, Optional<Intake> before) {
        this.codes = Codes.of(knowledge.codes());
        Events events = Events.of(knowledge.symptoms(), codes.normaliser());
        CodeScanner scanner = new CodeScanner(codes.normaliser());
        this.readers = readers(events, scanner);
        Wording analyzer = new Wording();
        this.symptoms = knowledge.symptoms();
        this.book = before.filter(known -> known.symptoms.equals(symptoms))
                .map(known -> known.book)
                .orElseGet(() -> PhraseBook.of(symptoms.values(), analyzer));
        this.prose = new ProseReader(book, analyzer);
        this.resemblance = Resemblance.of(knowledge, rules, analyzer);
        this.vocabulary = valuesOf(knowledge.symptoms().values());
    }

    /** @throws IllegalArgumentException when a phrase of the vocabulary cannot be read */
    public static Intake of(Knowledge knowledge, List<Rule> rules) {
        return new Intake(knowledge, rules, Optional.empty());
    }

    /** The intake of the next release. Its phrases are taken over where the vocabulary stays the same: they are most of the work. */
    public Intake next(Knowledge knowledge, List<Rule> rules) {
        return new Intake(knowledge, rules, Optional.of(this));
    }

    /** In this order: what one has understood, the next leaves alone. */
    private List<TextReader> readers(Events events, CodeScanner scanner) {
        return List.of(
                new EventXmlReader(events),
                new JsonReader(events, codes.normaliser()),
                new EventTextReader(events),
                new EventTableReader(events),
                new RdpFileReader(),
                new LauncherReader(),
                new CommandLineReader(),
                new FreeRdpLogReader(scanner),
                new CertificateReader(),
                new RdesktopLogReader(),
                new RemminaReader(),
                new XrdpLogReader(),
                new GuacdLogReader(),
                new TestNetConnectionReader(),
                new PortProbeReader(),
                new OpensslReader(),
                new SessionListReader(),
                new NetstatReader(),
                new ServiceReader(),
                new SettingsReader(),
                new FirewallReader(),
                new CmdletReader(),
                new ProgramReader(),
                new CodeReader(scanner, codes),
                new EventMentionReader(events),
                new AccountReader());
    }

    private static Map<String, Set<String>> valuesOf(Iterable<SymptomDefinition> symptoms) {
        Map<String, Set<String>> values = new HashMap<>();
        for (SymptomDefinition symptom : symptoms) {
            values.put(
                    symptom.id(),
                    symptom.choices().stream()
                            .map(SymptomDefinition.Choice::value)
                            .collect(Collectors.toUnmodifiableSet()));
        }
        return Map.copyOf(values);
    }

    /** What every code means. */
    public Codes codes() {
        return codes;
    }

    /**
     * Reads a text. Never fails, whatever the text.
     *
     * @param clock says what day it is, for certificates
     */
    public Extraction read(String text, Clock clock) {
        Pasted pasted = Pasted.of(text);
        Findings findings = new Findings(LocalDate.now(clock));
        for (TextReader reader : readers) {
            reader.read(pasted, findings);
        }
        boolean toolsOnly = findings.onlyBackground();
        int before = findings.size();
        prose.read(pasted, findings);
        boolean noEvidence = toolsOnly && before > 0 && findings.size() == before;
        Precedence.settle(findings);
        if (noEvidence || findings.namesOnlyPrograms()) {
            findings.dropAll();
            findings.note("no-evidence", "names programs and versions, but nothing that failed", 0, 0);
        }
        if (pasted.wasCut()) {
            findings.note("truncated", "only the first " + Pasted.LONGEST + " characters were read", 0, 0);
        }
        boolean byPerson = !noEvidence && !findings.ofLogs();
        Masker.Masked masked = masker.mask(text.length() > Pasted.LONGEST ? text.substring(0, Pasted.LONGEST) : text);
        List<Symptom> resembles = byPerson ? resemblance.of(pasted.text()) : List.of();
        return new Extraction(
                extracted(pasted, findings, masked),
                resembles,
                notes(pasted, findings),
                masked.part(0, Math.min(text.length(), Pasted.LONGEST)));
    }

    /** Each value once, at its first place; values that the vocabulary does not have are left out. */
    private List<Extracted> extracted(Pasted pasted, Findings findings, Masker.Masked masked) {
        Set<String> seen = new HashSet<>();
        List<Extracted> all = new ArrayList<>();
        for (Findings.Find find : findings.inOrder()) {
            Symptom symptom = find.symptom();
            if (isOfVocabulary(symptom) && seen.add(symptom.id() + "=" + symptom.value())) {
                int start = pasted.origin(find.start());
                int end = Math.max(start, pasted.originOfEnd(find.end()));
                all.add(new Extracted(symptom, start, end, masked.part(start, end)));
            }
        }
        return all;
    }

    private boolean isOfVocabulary(Symptom symptom) {
        Set<String> values = vocabulary.get(symptom.id());
        return values != null && (values.isEmpty() || values.contains(symptom.value()));
    }

    private static List<Extraction.Note> notes(Pasted pasted, Findings findings) {
        return findings.notes().stream()
                .map(note -> new Extraction.Note(
                        note.kind(),
                        note.message(),
                        pasted.origin(note.start()),
                        Math.max(pasted.origin(note.start()), pasted.originOfEnd(note.end()))))
                .toList();
    }
}
