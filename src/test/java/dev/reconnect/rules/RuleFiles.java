package dev.reconnect.rules;

import dev.reconnect.fact.Symptom;
import java.util.List;

/** Rule files and rules for tests. */
final class RuleFiles {

    static final String PATH = "rules/certificate/rdp-cert-expired.drl";

    /** Every construct of the dialect. */
    static final String ALL_OF_IT = """
        // Everything that the dialect has.
        package rules.certificate;

        import static dev.reconnect.fact.Advice.excludes;
        import static dev.reconnect.fact.Advice.prefers;
        import static dev.reconnect.fact.Evidence.confirms;
        import static dev.reconnect.fact.Evidence.hintsAt;
        import static dev.reconnect.fact.Evidence.rulesOut;
        import static dev.reconnect.fact.Evidence.speaksAgainst;
        import static dev.reconnect.fact.Evidence.speaksStronglyAgainst;
        import static dev.reconnect.fact.Evidence.speaksWeaklyAgainst;
        import static dev.reconnect.fact.Evidence.stronglySupports;
        import static dev.reconnect.fact.Evidence.supports;
        import static dev.reconnect.fact.Symptom.derives;
        import static dev.reconnect.fact.Warning.warns;

        import dev.reconnect.fact.Symptom;

        /* A value, and something that is not there. */
        rule "rdp-cert-expired/equal-and-not"
        when
            $seen : Symptom( id == "a.a", value == "x" )
            not Symptom( id == "b.b", value == "y" )
        then
            insertLogical( confirms("c-1", "certificate", "a \\"quoted\\" reason, C:\\\\temp", $seen) );
        end

        rule "rdp-cert-expired/unequal"
        when
            $seen : Symptom( id == "a.a", value != "x" )
            $other : Symptom( id == "b.b" )
        then
            insertLogical( stronglySupports("c-1", "code", "two", $seen, $other) );
            insertLogical( hintsAt("c-2", "code", "two", $other) );
        end

        rule "rdp-cert-expired/number-range"
        when
            $n : Symptom( id == "n.n", number >= -5, number < 10.5 )
        then
            insertLogical( derives("d.d", "between", $n) );
            insertLogical( supports("c-2", "timing", "in range", $n) );
        end

        rule "rdp-cert-expired/number-above"
        when
            $n : Symptom( id == "n.n", number > 10 )
        then
            insertLogical( derives("d.d", "above", $n) );
            insertLogical( speaksWeaklyAgainst("c-2", "timing", "above", $n) );
        end

        rule "rdp-cert-expired/number-equal"
        when
            $n : Symptom( id == "n.n", number == 3 )
            not Symptom( id == "n.n", number <= 2 )
        then
            insertLogical( speaksAgainst("c-2", "config", "three", $n) );
        end

        rule "rdp-cert-expired/from-derived"
        when
            $d : Symptom( id == "d.d", value == "between" )
            Symptom( id == "a.a" )
        then
            insertLogical( derives("e.e", "yes", $d) );
            insertLogical( rulesOut("c-3", "stage", "derived", $d) );
        end

        rule "rdp-cert-expired/from-derived-twice"
        when
            $e : Symptom( id == "e.e", value == "yes" )
            $d : Symptom( id == "d.d", value != "above" )
        then
            insertLogical( speaksStronglyAgainst("c-1", "stage", "twice", $e, $d) );
        end

        rule "rdp-cert-expired/also-derives"
        when
            $b : Symptom( id == "b.b", value == "y" )
        then
            insertLogical( derives("e.e", "yes", $b) );
        end

        rule "rdp-cert-expired/not-derived"
        when
            $a : Symptom( id == "a.a", value == "x" )
            not Symptom( id == "e.e", value == "yes" )
            not Symptom( id == "d.d" )
        then
            insertLogical( prefers("fix-1", "nothing derived", $a) );
            insertLogical( excludes("fix-2", "nothing derived", $a) );
            insertLogical( warns("caution", "nothing derived", $a) );
        end
        """;

    private RuleFiles() {}

    /** The rules of a file that must be without a flaw. */
    static List<Rule> rules(String path, String text) {
        ReadFile read = DrlReader.read(path, text);
        if (!read.flaws().isEmpty()) {
            throw new AssertionError(read.flaws());
        }
        return read.rules();
    }

    static Symptom symptom(String id, String value) {
        return new Symptom(id, value);
    }

    static Symptom number(String id, double number) {
        return new Symptom(id, String.valueOf(number), number);
    }
}
