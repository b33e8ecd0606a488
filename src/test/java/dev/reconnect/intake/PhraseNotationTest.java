package dev.reconnect.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.knowledge.SymptomDefinition.Choice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseNotationTest {

    private static int hits(String phrase, String text) {
        Wording wording = new Wording();
        SymptomDefinition symptom = new SymptomDefinition(
                "a.b",
                "What?",
                SymptomDefinition.Type.CHOICE,
                "",
                true,
                1,
                false,
                List.of(new Choice("c", "C", List.of(phrase))));
        Pasted pasted = Pasted.of(text);
        Findings findings = new Findings(java.time.LocalDate.EPOCH);
        new ProseReader(PhraseBook.of(List.of(symptom), wording), wording).read(pasted, findings);
        return findings.size();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "port is open; The port is open.",
                "port is open; THE PORT IS OPEN!",
                "connect to [the|a] server; connecting to a server",
                "connect to [the|a] server; connects to server",
                "(pc|lap top) works; my lap top works",
                "(mac|mac mini) works; the mac mini works",
                "certificate .. expired; the certificate of it has expired",
                "certificate ... expired; the certificate that we made some years ago has expired",
                "can not connect; I can't connect",
                "can not connect; I cannot connect",
                "license server; licence server",
                "verbindung verloren; Verbindung verloren",
                "tentative echouee; Tentative échouée",
                "无法连接到远程计算机; 此计算机无法连接到远程计算机。",
                "プロトコル エラー; プロトコル エラーのため"
            })
    void findsThePhrase(String phrase, String text) {
        assertThat(hits(phrase, text)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "port is open; The open port is this",
                "certificate .. expired; the certificate that we made some years ago has expired",
                "certificate .. expired; It has a certificate. Expired it is not",
                "port open; the port. Open it",
                "port is open; the port is not open",
                "port is open; no port is open",
                "port is open; maybe the port is open",
                "port is open; make sure the port is open"
            })
    void doesNotFindThePhrase(String phrase, String text) {
        assertThat(hits(phrase, text)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a|b", "a)", ".. a", "a ..", "[a]", "", "<nosuchset> a", "((((((((a))))))))"})
    void refusesWhatCannotBeRead(String phrase) {
        assertThat(new PhraseCheck().flaw(phrase)).isPresent();
    }

    @Test
    void refusesPhrasesThatAreManyPhrases() {
        String many = "[a] [b] [c] [d] [e] [f] [g] [h] [i] [j] k";
        assertThat(new PhraseCheck().flaw(many))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains("readings"));
        assertThatThrownBy(() -> hits(many, "k")).isInstanceOf(IllegalArgumentException.class);
    }
}
