package dev.reconnect.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeNormaliserTest {

    private final CodeNormaliser normaliser = Shipped.INTAKE.codes().normaliser();

    @ParameterizedTest
    @CsvSource({
        "0x904, 0x904",
        "0X00000904, 0x904",
        "2308, 0x904",
        "904, 0x904",
        "904h, 0x904",
        "260, 0x104",
        "104, 0x104",
        "264, 0x108",
        "3334, 0xd06",
        "50331675, 0x300001b",
        "-2147023579, 0x80070525",
        "-2147467259, 0x80004005",
        "2147942464, 0x80070040",
        "3221225581, 0xc000006d",
        "C000006D, 0xc000006d",
        "80090302, 0x80090302",
        "0002000D, 0x2000d",
        "0xFFFFFFFFC000006D, 0xc000006d",
        "18446744072635809901, 0xc000006d",
        "(0x1104), 0x1104",
        "ERRCONNECT_TLS_CONNECT_FAILED, 0x20008",
        "errconnect_dns_name_not_found, 0x20005",
        "SEC_E_LOGON_DENIED, 0x8009030c",
        "STATUS_LOGON_TYPE_NOT_GRANTED, 0xc000015b",
        "E_PROXY_RAP_ACCESSDENIED, 0x800759da",
        "CO_E_SERVER_EXEC_FAILURE, 0x80080005",
        "0, 0x0"
    })
    void readsEverySpelling(String given, String normal) {
        Code code = normaliser.normalise(given);
        assertThat(code.value()).isEqualTo(normal);
        assertThat(code.extended()).isEmpty();
        assertThat(code.malformed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x904/0x7",
                "0x904 / 0x7",
                "0x904, extended 0x7",
                "0x904 extended error code 0x7",
                "2308/7",
                "Error code: 0x904, Extended error code: 0x7",
                "0x904;0x7"
            })
    void readsBothCodesOfAPair(String given) {
        Code code = normaliser.normalise(given);
        assertThat(code.pair()).isEqualTo("0x904/0x7");
        assertThat(code.malformed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "banana",
                "0x",
                "0xg1",
                "0x12345678901234567",
                "99999999999999999999999",
                "0x904/",
                "--5",
                "12.5",
                "NO_SUCH_NAME"
            })
    void keepsWhatIsNoCodeAndSaysSo(String given) {
        Code code = normaliser.normalise(given);
        assertThat(code.malformed()).isTrue();
        assertThat(code.given()).isEqualTo(given);
    }

    @Test
    void neverFailsOnLongInput() {
        assertThat(normaliser.normalise("0".repeat(100_000)).malformed()).isTrue();
        assertThat(normaliser.normalise("0x" + "0".repeat(20) + "7").value()).isEqualTo("0x7");
    }
}
