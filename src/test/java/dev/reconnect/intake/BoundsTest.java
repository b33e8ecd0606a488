package dev.reconnect.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is pasted, there is an answer, soon. Time is the processor's, so that a busy machine fails nothing. */
class BoundsTest {

    private static final int MEGABYTE = 1 << 20;
    private static final long SECOND = 1_000_000_000L;

    private static String filled(String piece) {
        return piece.repeat(MEGABYTE / piece.length());
    }

    private static String noise(int seed) {
        Random random = new Random(seed);
        StringBuilder noise = new StringBuilder(200_000);
        while (noise.length() < 200_000) {
            noise.append((char) random.nextInt(Character.MAX_VALUE));
        }
        return noise.toString();
    }

    @TestFactory
    Stream<DynamicTest> answersHostileText() {
        return Stream.of(
                        filled("a"),
                        filled("0x"),
                        filled("-1 "),
                        filled("\0"),
                        filled("\n"),
                        filled("{\""),
                        filled("{\"a\":["),
                        filled("<Event "),
                        filled("<Event><System><EventID>"),
                        filled("<!DOCTYPE a [<!ENTITY b \"cc\"><!ENTITY d \"&b;&b;&b;&b;\">]><Event>&d;</Event>"),
                        filled("not "),
                        filled("vpn vpn "),
                        filled("port is open "),
                        filled("@"),
                        filled("\\a"),
                        filled("A_"),
                        filled("(1)"),
                        filled("password="),
                        filled("Event ID: 1058\n"),
                        filled("event 1058 "),
                        filled("extended error code "),
                        filled("3389/tcp open "),
                        filled("-----BEGIN KEY"),
                        filled("\uD83D\uDE00"),
                        filled("\uD83D"),
                        filled("\u202E\u0645\u0631\u062D\u0628\u0627 "),
                        filled("无法连接"),
                        filled("[com.freerdp.core] system error 1 "),
                        filled("SESSIONNAME USERNAME ID STATE\n  a 1\n"),
                        noise(1),
                        noise(2))
                .map(text -> DynamicTest.dynamicTest(name(text), () -> {
                    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                    Extraction extraction = Shipped.INTAKE.read(text, Shipped.TODAY);
                    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
                    assertThat(extraction.symptoms()).hasSizeLessThanOrEqualTo(500);
                    assertThat(took).isLessThan(5 * SECOND);
                }));
    }

    private static String name(String text) {
        return text.codePoints()
                .limit(24)
                .mapToObj(c -> c < 0x20 || c > 0x7E ? String.format("u%04x", c) : Character.toString(c))
                .reduce("", String::concat);
    }

    @Test
    void readsAMegabyteOfLogInUnderASecond() {
        String log = filled("""
                [20261121-03:30:07] [INFO ] Socket 11: AF_INET6 connection received from ::ffff:192.0.2.20 port 59244
                [20261121-03:30:07] [ERROR] Cannot read private key file /etc/xrdp/key.pem: Permission denied
                [20261121-03:30:07] [INFO ] Security protocol: configured [], requested [SSL|HYBRID|RDP], selected []
                """);
        for (int warmUp = 0; warmUp < 3; warmUp++) {
            Shipped.INTAKE.read(log, Shipped.TODAY);
        }
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Extraction extraction = Shipped.INTAKE.read(log, Shipped.TODAY);
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        assertThat(extraction.symptoms()).isNotEmpty();
        assertThat(took).isLessThan(SECOND);
    }

    @Test
    void saysWhenItCutATextOff() {
        Extraction extraction = Shipped.INTAKE.read("a ".repeat(MEGABYTE), Shipped.TODAY);
        assertThat(extraction.notes()).anyMatch(note -> note.kind().equals("truncated"));
        assertThat(extraction.masked()).hasSizeLessThanOrEqualTo(MEGABYTE);
    }

    @Test
    void readsAsFarAsDamagedXmlGoes() {
        String text = "<Event xmlns='x'><System><Provider Name='Schannel'/><EventID>36870</EventID><Sys";
        assertThat(Shipped.read(text)).contains("host.event=schannel-36870");
    }

    @Test
    void readsThroughWhatCopyingLeavesBehind() {
        assertThat(Shipped.read("E\0r\0r\0o\0r\0 \0c\0o\0d\0e\0:\0 \0" + "0\0x\0" + "9\0" + "0\0" + "4\0"))
                .contains("error.code=0x904");
        assertThat(Shipped.read("\uFEFFError\u00A0code:\u200B 0x904")).contains("error.code=0x904");
        assertThat(Shipped.read("Error code: \uFF10x904")).contains("error.code=0x904");
    }

    @Test
    void everyPlaceLiesInTheText() {
        String text = "\u200Bé\u0301 Error\0 code: 0x904\r\nExtended error code: 0x7 \uD83D\uDE00 the port is open";
        Shipped.INTAKE.read(text, Shipped.TODAY).symptoms().forEach(found -> assertThat(
                        text.substring(found.start(), found.end()))
                .isNotEmpty());
    }

    @Test
    void readsTheSameFromManyThreads() {
        String text = "Error code: 0x904. I am not on the VPN and the port is open.";
        assertThat(Stream.generate(() -> text)
                        .limit(64)
                        .parallel()
                        .map(Shipped::read)
                        .distinct())
                .hasSize(1);
    }
}
