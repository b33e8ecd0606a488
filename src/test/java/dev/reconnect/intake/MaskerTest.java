package dev.reconnect.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskerTest {

    private static String masked(String text) {
        return new Masker().mask(text).part(0, text.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "connect to 10.20.30.40 now; connect to [address-1] now",
                "from 2001:db8::17; from [address-1]",
                "::ffff:192.0.2.37:50448 gone; [address-1] gone",
                "mail j.doe@corp.example please; mail [user-1] please",
                "as CORP\\jdoe; as [user-1]",
                "user S-1-5-21-111-222-333-1001; user [id-1]",
                "id {1139c61b-b549-4251-8ed3-27250a1edec8}; id {[id-1]}",
                "on srv01.corp.example; on [host-1]",
                "share \\\\fileserver\\data; share \\\\[host-1]\\data",
                "C:\\Users\\jdoe\\x.rdp; C:\\Users\\[user-1]\\x.rdp",
                "xfreerdp /v:srv07 /u:jdoe /p:Secret1!; xfreerdp /v:[host-1] /u:[user-1] /p:[secret-1]",
                "password=hunter2,next; password=[secret-1],next",
                "Workstation Name: PC4711; Workstation Name: [host-1]",
                "Account Name:\tPC4711$; Account Name:\t[user-1]",
                "DESKTOP-7QK2A1B is down; [host-1] is down",
                "Serial Number: 5e00000012ab; Serial Number: [id-1]",
                "mac 00:15:5d:0a:0b:0c; mac [id-1]",
                "mac 00-15-5D-0A-0B-0C; mac [id-1]",
                "my password is Hunter2x today; my password is [secret-1] today"
            })
    void covers(String text, String expected) {
        assertThat(masked(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Error code: 0x904, extended 0x7",
                "localhost and 127.0.0.1 and ::1",
                "KB4592438 and CVE-2018-0886",
                "[com.freerdp.core.transport] - BIO_read returned a system error 104",
                "mstsc.exe, termsrv.dll, xrdp.ini",
                "10.0.19041.1566",
                "Windows Server 2012 R2, TLS 1.2",
                "NT AUTHORITY and S-1-5-20",
                "https://go.microsoft.com/fwlink/?linkid=866660",
                "my password is wrong",
                "the password is well-known",
                "03:24:35:190"
            })
    void leavesWhatNamesNobody(String text) {
        assertThat(masked(text)).isEqualTo(text);
    }

    @Test
    void givesTheSameNameTheSameCover() {
        assertThat(masked("10.0.0.1 to 10.0.0.2, back to 10.0.0.1"))
                .isEqualTo("[address-1] to [address-2], back to [address-1]");
    }

    @Test
    void coversPrivateKeysAsAWhole() {
        assertThat(masked("-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----\nend"))
                .doesNotContain("MIIEow")
                .endsWith("end");
    }

    @Test
    void coversTheQuotesOfSymptomsAndKeepsTheirPlaces() {
        String text = "nc: connect to 10.9.8.7 port 3389 (tcp) failed: Connection refused";
        Extracted refused = Shipped.INTAKE.read(text, Shipped.TODAY).symptoms().stream()
                .filter(found -> found.symptom().id().equals("network.refused"))
                .findFirst()
                .orElseThrow();
        assertThat(refused.quote()).doesNotContain("10.9.8.7").contains("[address-1]");
        assertThat(text.substring(refused.start(), refused.end())).contains("10.9.8.7");
    }
}
