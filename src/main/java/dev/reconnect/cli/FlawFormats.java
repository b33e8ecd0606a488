package dev.reconnect.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reconnect.knowledge.Flaw;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Flaws for people, for programs, and for code-scanning tools. */
public final class FlawFormats {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FlawFormats() {}

    static void text(List<Flaw> flaws, PrintWriter out) {
        for (Flaw flaw : flaws) {
            out.printf(
                    "%s:%d:%d: %s: %s [%s]%n",
                    flaw.file(), flaw.line(), flaw.column(), severity(flaw), flaw.message(), flaw.code());
            if (!flaw.excerpt().isBlank()) {
                out.println("    " + flaw.excerpt().strip());
            }
            out.println("    " + flaw.hint());
        }
    }

    static void json(List<Flaw> flaws, PrintWriter out) {
        ArrayNode list = JSON.createArrayNode();
        for (Flaw flaw : flaws) {
            list.addObject()
                    .put("file", flaw.file())
                    .put("line", flaw.line())
                    .put("column", flaw.column())
                    .put("severity", severity(flaw))
                    .put("code", flaw.code())
                    .put("message", flaw.message())
                    .put("hint", flaw.hint())
                    .put("excerpt", flaw.excerpt());
        }
        out.println(list.toPrettyString());
    }

    static void sarif(List<Flaw> flaws, PrintWriter out) {
        out.println(sarif(flaws));
    }

    /** @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a> */
    public static String sarif(List<Flaw> flaws) {
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json").put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "reconnect check");
        ArrayNode kinds = driver.putArray("rules");
        new TreeSet<>(flaws.stream().map(Flaw::code).toList())
                .forEach(code -> kinds.addObject().put("id", code));
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        flaws.forEach(flaw -> result(results.addObject(), flaw));
        return root.toPrettyString();
    }

    private static void result(ObjectNode result, Flaw flaw) {
        result.put("ruleId", flaw.code()).put("level", severity(flaw));
        result.putObject("message").put("text", flaw.message() + " " + flaw.hint());
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", flaw.file()).put("uriBaseId", "SRCROOT");
        ObjectNode region = place.putObject("region");
        region.put("startLine", flaw.line()).put("startColumn", flaw.column());
        region.putObject("snippet").put("text", flaw.excerpt());
    }

    private static String severity(Flaw flaw) {
        return flaw.severity().name().toLowerCase(Locale.ROOT);
    }
}
