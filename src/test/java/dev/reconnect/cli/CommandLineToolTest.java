package dev.reconnect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reconnect.knowledge.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineToolTest {

    private static final String RULES = """
            package rules.certificate;

            import static dev.reconnect.fact.Evidence.confirms;
            import static dev.reconnect.fact.Evidence.rulesOut;

            import dev.reconnect.fact.Symptom;

            rule "cert-expired/seen-expired"
            when
                $seen : Symptom( id == "host.certificate", value == "expired" )
            then
                insertLogical( confirms("cert-expired", "certificate", "the certificate is past its end date", $seen) );
            end
            """;
    private static final String CASES = """
            cases:
              - name: "expired"
                symptoms: {host.certificate: expired}
                expect: first
                fires: [seen-expired]
              - name: "valid"
                symptoms: {host.certificate: valid}
                silent: [seen-expired]
              - name: "not looked at"
                symptoms: {error.code: "0x904"}
                expect: not-first
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeTheSamples() throws IOException {
        Map<String, String> files = Samples.files();
        files.put(
                "rules/certificate/cert-expired.drl",
                RULES.replace("import static dev.reconnect.fact.Evidence.rulesOut;\n", ""));
        files.put(Samples.CASES, CASES);
        files.put(
                "knowledge/causes/certificate/other.yaml",
                files.get(Samples.CAUSE).replace("frequency: common", "frequency: very-common\nstatus: active"));
        files.put(
                "rules/certificate/other.drl",
                RULES.replace("import static dev.reconnect.fact.Evidence.confirms;\n", "")
                        .replace("cert-expired", "other")
                        .replace("confirms(", "rulesOut("));
        files.put(
                "rules/certificate/other.cases.yaml",
                CASES.replace("first\n", "ruled-out\n").replace("not-ruled-out", "any"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private int run(String... arguments) {
        return CommandLineTool.tool()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void printsEachFlawWithPlaceExcerptAndHint() throws IOException {
        write(Samples.FIX, Samples.files().get(Samples.FIX).replace("where: host", "where: hosts"));
        assertThat(run("check", folder.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "knowledge/fixes/certificate/renew-certificate.yaml:5:8: error: \"hosts\" is no word for \"where\" [unknown-word]")
                .contains("    where: hosts")
                .contains("    One of: client, host,")
                .containsPattern("4 symptoms, 2 causes, 1 fixes, 1 codes, 2 rules, 7 cases: \\d+ errors?, 0 warnings");
    }

    @Test
    void runsTheCases() throws IOException {
        write(Samples.CASES, CASES.replace("{host.certificate: expired}", "{host.certificate: valid}"));
        assertThat(run("check", folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("must fire here but does not").contains("[wrong-rank]");
    }

    @Test
    void showsOnlyWhatIsAskedFor() throws IOException {
        write(Samples.FIX, Samples.files().get(Samples.FIX).replace("where: host", "where: hosts"));
        run("check", folder.toString(), "--only", "tls");
        assertThat(out.toString()).doesNotContain("unknown-word");
    }

    @Test
    void printsJsonAndSarif() throws IOException {
        write(Samples.FIX, Samples.files().get(Samples.FIX).replace("where: host", "where: hosts"));
        run("check", folder.toString(), "--json", "--only", "renew-certificate");
        JsonNode flaw = new ObjectMapper().readTree(out.toString()).get(0);
        assertThat(flaw.get("line").asInt()).isEqualTo(5);
        assertThat(flaw.get("column").asInt()).isEqualTo(8);
        out.getBuffer().setLength(0);
        run("check", folder.toString(), "--sarif", "--only", "renew-certificate");
        JsonNode sarif = new ObjectMapper().readTree(out.toString());
        assertThat(sarif.get("version").asText()).isEqualTo("2.1.0");
        JsonNode result = sarif.at("/runs/0/results/0");
        assertThat(result.get("ruleId").asText()).isEqualTo("unknown-word");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(5);
        assertThat(sarif.at("/runs/0/tool/driver/rules/0/id").asText()).isEqualTo("unknown-word");
    }

    @Test
    void aWrongCallIsTwo() {
        assertThat(run("check", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(run("check", "--no-such-option")).isEqualTo(2);
        assertThat(run(
                        "quality",
                        folder.toString(),
                        "--cases",
                        folder.resolve("none.jsonl").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("neither rules/ nor knowledge/");
    }

    @Test
    void measuresQualityAndWritesTablesAndPlots() {
        Path results = folder.resolve("quality");
        assertThat(run("quality", folder.toString(), "--given", "symptoms", "--out", results.toString()))
                .isZero();
        assertThat(out.toString()).contains("1 cases").contains("top-1");
        assertThat(results).isDirectoryContaining("glob:**/quality.json");
        assertThat(results).isDirectoryContaining("glob:**/calibration.svg");
        assertThat(results).isDirectoryContaining("glob:**/ranks.svg");
        assertThat(results).isDirectoryContaining("glob:**/cases.csv");
    }
}
