package dev.reconnect.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reconnect.knowledge.ErrorCode;
import org.junit.jupiter.api.Test;

class CodesTest {

    private final Codes codes = Shipped.INTAKE.codes();

    @Test
    void answersEveryMeaningOfOneNumber() {
        assertThat(codes.lookUp("264", "").meanings())
                .extracting(ErrorCode::family)
                .contains("mstsc disconnect reason", "extended disconnect reason", "MS-RDPBCGR errorInfo");
    }

    @Test
    void answersTheExtendedCodeAsSuch() {
        Codes.Answer answer = codes.lookUp("0x904", "7");
        assertThat(answer.meanings()).extracting(ErrorCode::name).contains("disconnectReasonAtClientWinsockFDCLOSE");
        assertThat(answer.extended()).isEqualTo("0x7");
        assertThat(answer.extendedMeanings())
                .isNotEmpty()
                .allMatch(meaning -> meaning.family().startsWith("extended")
                        || meaning.family().startsWith("MS-RDPBCGR"));
    }

    @Test
    void takesTheExtendedCodeOutOfAPair() {
        assertThat(codes.lookUp("0x904/0x7", "")).isEqualTo(codes.lookUp("0x904/0x7", "0x7"));
    }

    @Test
    void knowsNothingOfAnUnknownCodeAndSaysNothing() {
        assertThat(codes.lookUp("0x12345", "").meanings()).isEmpty();
        assertThat(codes.lookUp("nonsense", "").code().malformed()).isTrue();
    }

    @Test
    void everyCodeStandsInTheSpellingThatRulesCompareWith() {
        assertThat(Shipped.KNOWLEDGE.codes()).hasSizeGreaterThan(460).allSatisfy(code -> assertThat(
                        codes.normaliser().normalise(code.code()).value())
                .isEqualTo(code.code()));
    }

    @Test
    void everyNameIsReadAsACodeOfThatName() {
        assertThat(Shipped.KNOWLEDGE.codes())
                .filteredOn(code ->
                        code.name().startsWith("ERRCONNECT_") || code.name().startsWith("SEC_E_"))
                .allSatisfy(code -> assertThat(
                                codes.normaliser().normalise(code.name()).value())
                        .isEqualTo(code.code()));
    }
}
