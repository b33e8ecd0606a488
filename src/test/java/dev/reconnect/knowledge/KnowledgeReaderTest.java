package dev.reconnect.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reconnect.fact.Symptom;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KnowledgeReaderTest {

    /** Marks the place where a flaw must be reported; it is taken out before the file is read. */
    private static final char HERE = '\u00a7';

    @Test
    void readsFlawlessFiles() {
        KnowledgeReader.Reading reading = KnowledgeReader.read(FileSet.of(Samples.files()));
        assertThat(reading.flaws()).isEmpty();
        Knowledge knowledge = reading.knowledge();
        assertThat(knowledge.symptoms()).hasSize(4);
        Cause cause = knowledge.causes().get("cert-expired");
        assertThat(cause.area()).isEqualTo("certificate");
        assertThat(cause.settles()).containsExactly(new Symptom("host.certificate", "expired"));
        assertThat(knowledge.fixes()).containsOnlyKeys("check-cert-expired", "renew-certificate");
        assertThat(knowledge.fixes().get("check-cert-expired").kind()).isEqualTo(Fix.Kind.CHECK);
        assertThat(knowledge.codes()).singleElement().satisfies(code -> {
            assertThat(code.meaning()).isEqualTo("TLS broke, or the network");
            assertThat(code.causes()).containsExactly("cert-expired");
        });
        assertThat(knowledge.cases()).extracting(Case::name).containsExactly("expired", "c1");
        assertThat(knowledge.cases().get(0).fires()).containsExactly("cert-expired/seen-expired");
        assertThat(knowledge.cases().get(0).symptoms())
                .containsExactly(
                        new Symptom("error.code", "0x904"),
                        new Symptom("error.code", "0x7"),
                        new Symptom("host.certificate", "expired"));
    }

    @Test
    void reportsAllFlawsOfAllFilesAtOnce() {
        FileSet files = Samples.with(Samples.FIX, "verify: \"A new one is listed.\"\n", "verfy: x\nminute: 5\n");
        assertThat(KnowledgeReader.read(files).flaws())
                .extracting(Flaw::code)
                .containsExactly("missing-key", "unknown-key", "unknown-key");
    }

    @Test
    void aBrokenFileMakesNoFlawsElsewhere() {
        FileSet files = Samples.with(Samples.FIX, "where: host", "where: [host");
        assertThat(KnowledgeReader.read(files).flaws()).extracting(Flaw::code).containsExactly("yaml-syntax");
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                // YAML itself
                broken(
                        "yaml-syntax",
                        Samples.FIX,
                        "title: \"Renew the certificate\"",
                        "title: §\"Renew the certificate"),
                broken(
                        "yaml-syntax",
                        Samples.FIX,
                        "title: \"Renew the certificate\"",
                        "title: §'Renew the certificate"),
                broken("yaml-syntax", Samples.FIX, "where: host", "where: §[host"),
                broken("yaml-syntax", Samples.FIX, "where: host", "where: a§: b"),
                broken("yaml-syntax", Samples.FIX, "where: host", "§\twhere: host"),
                broken("yaml-syntax", Samples.FIX, "where: host", "  §where: host"),
                broken("yaml-syntax", Samples.FIX, "where: host", "where: §@host"),
                broken("yaml-syntax", Samples.FIX, "where: host", "where: \"C:§\\data\""),
                broken("yaml-syntax", Samples.FIX, "where: host", "§where host"),
                broken("yaml-syntax", Samples.FIX, "where: host", "§where:host"),
                broken("yaml-syntax", Samples.CASES, "expired}\n", "expired\n", "§{error.code"),
                broken("unknown-word", Samples.FIX, "where: host", "where: §“host”"),
                broken("unknown-word", Samples.FIX, "risk: medium", "risk: §middle"),
                broken("unknown-key", Samples.CASES, "expect: first", "§expects: first"),
                whole(
                        "unknown-word",
                        Samples.FIX,
                        Samples.files()
                                .get(Samples.FIX)
                                .replace("where: host", "where: §hosts")
                                .replace("\n", "\r\n")),
                broken("yaml-anchor", Samples.FIX, "where: host", "where: §&a host"),
                broken("yaml-anchor", Samples.FIX, "where: host", "where: §*a"),
                broken("yaml-tag", Samples.FIX, "where: host", "where: §!!str host"),
                broken("duplicate-key", Samples.FIX, "where: host", "where: host\n§where: host"),
                broken("duplicate-key", Samples.CASES, "expired}", "expired, §error.code: \"0x1\"}"),
                broken("forbidden-character", Samples.FIX, "where: host", "where: ho§\u202est"),
                broken("forbidden-character", Samples.FIX, "where: host", "where: ho§\u0007st"),
                whole("yaml-document", Samples.DANGEROUS, "commands: []\n---\n§commands: []\n"),
                whole("empty-file", Samples.FIX, "§# nothing\n"),
                whole("wrong-type", Samples.FIX, "§- a list\n"),
                // Keys and types
                broken("unknown-key", Samples.FIX, "where: host", "where: host\n§wher: host"),
                broken("missing-key", Samples.FIX, "where: host\n", "", "§title:"),
                broken("wrong-type", Samples.FIX, "where: host", "where: §[host]"),
                broken("wrong-type", Samples.FIX, "title: \"Renew the certificate\"", "title: §{a: b}"),
                broken("wrong-type", Samples.FIX, "risk: medium", "risk: medium\nweakens: §maybe"),
                broken(
                        "wrong-type",
                        Samples.FIX,
                        "instructions: [\"Restart",
                        "instructions: §\"Restart",
                        ".\"]",
                        ".\""),
                broken("empty-text", Samples.FIX, "title: \"Renew the certificate\"", "title: §\"\""),
                broken("empty-text", Samples.FIX, "title: \"Renew the certificate\"", "title:§"),
                broken("unknown-word", Samples.FIX, "where: host", "where: §hosts"),
                broken("unknown-word", Samples.FIX, "risk: medium", "risk: §Medium"),
                broken("unknown-word", Samples.FIX, "shell: powershell", "shell: §bash"),
                broken("unknown-word", Samples.CAUSE, "helps: usually", "helps: §mostly"),
                broken("out-of-range", Samples.FIX, "minutes: 5", "minutes: §0"),
                broken("wrong-type", Samples.FIX, "minutes: 5", "minutes: §2.5"),
                broken("wrong-type", Samples.FIX, "minutes: 5", "minutes: §five"),
                broken("out-of-range", Samples.SYMPTOMS, "minutes: 3", "minutes: §900"),
                // Symptoms
                broken("bad-id", Samples.SYMPTOMS, "id: host.certificate", "id: §host_certificate"),
                broken(
                        "duplicate-id",
                        Samples.SYMPTOMS,
                        "id: host.uptime-days",
                        "id: §error.code",
                        "- id: error.code",
                        "- id: §error.code"),
                broken("no-question", Samples.SYMPTOMS, "\"Which code does it show?\"", "§\"The code.\""),
                broken("unknown-word", Samples.SYMPTOMS, "type: code", "type: §codes"),
                broken("missing-key", Samples.SYMPTOMS, "    unit: \"days\"\n", "", "§id: host.uptime-days"),
                broken("unit-without-number", Samples.SYMPTOMS, "type: code", "type: code\n    unit: §\"x\""),
                broken("bad-value", Samples.SYMPTOMS, "\"valid\"", "§\"Valid\""),
                broken("bad-value", Samples.SYMPTOMS, "\"valid\"", "§\"unknown\""),
                broken("missing-key", Samples.SYMPTOMS, "{label: \"Valid\"}", "§{phrases: [x]}"),
                broken(
                        "bad-phrase",
                        Samples.SYMPTOMS,
                        "[\"(cert|certificate) [has|is] expired\"]",
                        "[§\"(cert expired\"]"),
                broken("bad-phrase", Samples.SYMPTOMS, "[\"(cert|certificate) [has|is] expired\"]", "[§\"Cert\"]"),
                broken("bad-phrase", Samples.SYMPTOMS, "[\"(cert|certificate) [has|is] expired\"]", "[§\"cert ..\"]"),
                broken(
                        "duplicate-phrase",
                        Samples.SYMPTOMS,
                        "[\"(cert|certificate) [has|is] expired\"]",
                        "[\"a\", §\"a\"]"),
                // Fixes
                broken("missing-key", Samples.FIX, "warning: \"Have console access.\"\n", "", "§title:"),
                broken("missing-key", Samples.FIX, "undo: \"Nothing to take back.\"\n", "", "§title:"),
                broken("missing-key", Samples.FIX, "risk: medium", "risk: medium\nweakens: true", "§title:"),
                broken("unknown-fix", Samples.FIX, "risk: medium", "risk: medium\nsafer-first: §renew"),
                broken("not-safer", Samples.FIX, "risk: medium", "risk: medium\nsafer-first: §renew-certificate"),
                broken("bad-url", Samples.FIX, "url: \"https://example.org/page\"", "url: §\"example.org\""),
                broken("unverified-source", Samples.FIX, ", url: \"https://example.org/page\"", "", "§{title: \"A"),
                broken("unverified-source", Samples.FIX, "url: \"https://example.org/page\"", "verified: §true"),
                // Causes
                broken("unknown-fix", Samples.CAUSE, "fix: renew-certificate", "fix: §renew-certificat"),
                broken(
                        "missing-key",
                        Samples.CAUSE,
                        "fixes:\n  - {fix: renew-certificate, helps: usually}\n",
                        "",
                        "§title: \"Certificate"),
                broken("no-fix", Samples.CAUSE, "fixes:\n  - {fix: renew-certificate, helps: usually}", "fixes: §[]"),
                broken(
                        "missing-key",
                        Samples.CAUSE,
                        "  confirms: \"NotAfter lies in the past.\"\n",
                        "",
                        "  §title: \"Look"),
                broken("unknown-symptom", Samples.CAUSE, "symptom: host.certificate", "symptom: §host.certificates"),
                broken("unknown-value", Samples.CAUSE, "value: expired", "value: §expird"),
                broken(
                        "missing-key",
                        Samples.CAUSE,
                        "stage: tls",
                        "stage: tls\nstatus: retired",
                        "§title: \"Certificate"),
                // Commands
                broken(
                        "command-quotes",
                        Samples.FIX,
                        "'Restart-Service SessionEnv -Force'",
                        "§'Restart-Service \"SessionEnv'"),
                broken("command-shell", Samples.FIX, "{shell: powershell, text: ", "{shell: cmd, text: §"),
                broken(
                        "dangerous-command",
                        Samples.FIX,
                        "SessionEnv",
                        "TermService",
                        "text: ",
                        "text: §",
                        "risk: medium",
                        "risk: low"),
                broken(
                        "check-changes",
                        Samples.CAUSE,
                        "'Get-ChildItem \"Cert:\\LocalMachine\\Remote Desktop\"'",
                        "§'Restart-Service X'"),
                broken(
                        "dangerous-command",
                        Samples.CAUSE,
                        "'Get-ChildItem \"Cert:\\LocalMachine\\Remote Desktop\"'",
                        "§'Restart-Service TermService'"),
                // Cases
                broken("unknown-symptom", Samples.CASES, "host.certificate", "§host.certificat"),
                broken("unknown-value", Samples.CASES, "expired}", "§expire}"),
                broken("code-not-normal", Samples.CASES, "0x7]", "§0x0007]"),
                broken("code-not-normal", Samples.CASES, "0x7]", "§2308]"),
                broken("several-values", Samples.CASES, "expired}", "§[expired, valid]}"),
                broken("wrong-type", Samples.CASES, "expired}", "expired, host.uptime-days: §many}"),
                broken("unknown-word", Samples.CASES, "expect: first", "expect: §top"),
                broken(
                        "missing-key",
                        Samples.REAL_CASES,
                        "    source: \"https://example.org/thread\"\n",
                        "",
                        "§name: \"c1\""),
                broken("unknown-cause", Samples.REAL_CASES, "cause: cert-expired", "cause: §cert-expird"),
                broken(
                        "derived-symptom",
                        Samples.REAL_CASES,
                        "text: \"It says expired.\"",
                        "symptoms: {§stage.stopped-at: tcp}"),
                // Codes
                broken("csv-header", Samples.CODES, "code,family", "§code;family"),
                broken(
                        "csv-columns",
                        Samples.CODES,
                        "0x904,mstsc,,\"TLS broke, or the network\"",
                        "§0x904,mstsc,,TLS broke, or the network"),
                broken("code-not-normal", Samples.CODES, "0x904,mstsc", "§904,mstsc"),
                broken("unknown-cause", Samples.CODES, "docs,cert-expired", "docs,§cert-expire"),
                broken("empty-text", Samples.CODES, "\"TLS broke, or the network\"", "§"),
                broken(
                        "duplicate-id",
                        Samples.CODES,
                        "docs,cert-expired\n",
                        "docs,cert-expired\n§0x904,mstsc,,again,,,docs,\n"));
    }

    private static Arguments broken(String code, String path, String... replacements) {
        String text = Samples.files().get(path);
        for (int i = 0; i < replacements.length; i += 2) {
            // A lone last argument only marks a place.
            boolean mark = i + 1 == replacements.length;
            String passage = mark ? replacements[i].replace(String.valueOf(HERE), "") : replacements[i];
            if (!text.contains(passage)) {
                throw new IllegalArgumentException(path + " does not contain " + passage);
            }
            int at = text.indexOf(passage);
            text = text.substring(0, at)
                    + (mark ? replacements[i] : replacements[i + 1])
                    + text.substring(at + passage.length());
        }
        return Arguments.of(code, path, text);
    }

    private static Arguments whole(String code, String path, String text) {
        return Arguments.of(code, path, text);
    }

    @ParameterizedTest(name = "{0} {1} #{index}")
    @MethodSource("broken")
    void pointsAtTheMistake(String code, String path, String marked) {
        List<String> places = new ArrayList<>();
        String text = marked;
        for (int at = text.indexOf(HERE); at >= 0; at = text.indexOf(HERE)) {
            String before = text.substring(0, at);
            places.add(before.chars().filter(c -> c == '\n').count() + 1 + ":" + (at - before.lastIndexOf('\n')));
            text = before + text.substring(at + 1);
        }
        List<Flaw> flaws = KnowledgeReader.read(Samples.with(path, text)).flaws();
        assertThat(flaws).as("%s", flaws).anySatisfy(flaw -> {
            assertThat(flaw.code()).isEqualTo(code);
            assertThat(flaw.file()).isEqualTo(path);
            assertThat(places).contains(flaw.line() + ":" + flaw.column());
        });
    }

    @Test
    void namesTheNearestKnownWord() {
        FileSet files = Samples.with(Samples.CAUSE, "fix: renew-certificate", "fix: renew-certifcate");
        assertThat(KnowledgeReader.read(files).flaws())
                .singleElement()
                .extracting(Flaw::hint)
                .isEqualTo("Did you mean \"renew-certificate\"?");
    }

    static Stream<Arguments> misplaced() {
        return Stream.of(
                Arguments.of("knowledge/causes/cert-expired.yaml", "misplaced-file"),
                Arguments.of("knowledge/causes/Certificate/x.yaml", "bad-id"),
                Arguments.of("knowledge/causes/certificate/Cert_Expired.yaml", "bad-id"),
                Arguments.of("knowledge/causes/tls/cert-expired.yaml", "duplicate-id"),
                Arguments.of("knowledge/fixes/tls/renew-certificate.yaml", "duplicate-id"),
                Arguments.of("knowledge/fixes/tls/check-x.yaml", "bad-id"),
                Arguments.of("knowledge/symptom/x.yaml", "misplaced-file"),
                Arguments.of("knowledge/symptoms/x.yml", "unexpected-file"),
                Arguments.of("rules/tls/cert-expired.cases.yaml", "wrong-area"),
                Arguments.of("rules/tls/other.cases.yaml", "unknown-cause"),
                Arguments.of("../etc/passwd", "bad-path"),
                Arguments.of("rules/../../x.yaml", "bad-path"),
                Arguments.of("/etc/x.yaml", "bad-path"),
                Arguments.of("rules/a b/x.yaml", "bad-path"));
    }

    @ParameterizedTest
    @MethodSource("misplaced")
    void refusesFilesInTheWrongPlace(String path, String code) {
        String like =
                path.contains("/fixes/") ? Samples.FIX : path.contains("/causes/") ? Samples.CAUSE : Samples.CASES;
        String text = Samples.files().get(path.startsWith("knowledge/symptom") ? Samples.SYMPTOMS : like);
        assertThat(KnowledgeReader.read(Samples.with(path, text)).flaws())
                .filteredOn(flaw -> flaw.code().equals(code))
                .isNotEmpty();
    }

    @Test
    void neitherDepthNorSizeNorGarbageThrows() {
        List<String> texts = List.of(
                "a: " + "[".repeat(50_000),
                "{".repeat(5_000),
                "a:\n" + "  - b\n".repeat(200_000),
                "\u0000",
                "a: *a",
                "<<: {a: b}",
                "? ? ?",
                "%YAML 9.9\n---\na: b",
                "a: !!java.lang.Runtime x",
                "\"\\ud800\": \"\ud800\"");
        for (String text : texts) {
            for (String path : Samples.files().keySet()) {
                assertThat(KnowledgeReader.read(Samples.with(path, text)).flaws())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void refusesFilesThatAreTooLarge() {
        FileSet files = FileSet.of(java.util.Map.of(Samples.FIX, "x".repeat(1_000_001)));
        assertThat(files.flaws()).extracting(Flaw::code).containsExactly("file-too-large");
        assertThat(files.files()).isEmpty();
    }

    @Test
    void readsFoldersWithoutLeavingThem(@org.junit.jupiter.api.io.TempDir Path folder) throws Exception {
        Path knowledge =
                Files.createDirectories(folder.resolve("knowledge/symptoms")).getParent();
        Path rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(folder.resolve("secret.yaml"), "secret");
        Files.writeString(knowledge.resolve("symptoms/a.yaml"), "symptoms: []");
        Files.createSymbolicLink(knowledge.resolve("symptoms/out.yaml"), folder.resolve("secret.yaml"));
        Files.createSymbolicLink(knowledge.resolve("loop"), knowledge);
        Files.write(knowledge.resolve("symptoms/latin.yaml"), new byte[] {'a', '\n', 'b', (byte) 0xe9});
        FileSet files = FolderReader.read(rules, knowledge);
        assertThat(files.files()).containsOnlyKeys("knowledge/symptoms/a.yaml");
        assertThat(files.flaws())
                .extracting(Flaw::code)
                .containsExactlyInAnyOrder("link-outside", "link-loop", "not-utf-8");
        assertThat(files.flaws())
                .filteredOn(flaw -> flaw.code().equals("not-utf-8"))
                .extracting(flaw -> flaw.line() + ":" + flaw.column())
                .containsExactly("2:2");
    }
}
