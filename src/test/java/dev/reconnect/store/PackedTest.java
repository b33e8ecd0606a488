package dev.reconnect.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PackedTest {

    @Property(tries = 300)
    void givesBackEveryByte(@ForAll byte[] plain) {
        assertThat(Packed.unpack(Packed.pack(plain))).isEqualTo(plain);
    }

    @Test
    void givesBackWhatLooksPackedAlready() {
        byte[] plain = {0x1f, (byte) 0x8b, 1, 2};

        assertThat(Packed.unpack(Packed.pack(plain))).isEqualTo(plain);
    }

    @Test
    void readsWhatWasKeptBeforeThereWasPacking() {
        byte[] json = "{\"id\": 1}".getBytes(StandardCharsets.UTF_8);

        assertThat(Packed.unpack(json)).isEqualTo(json);
    }

    @Test
    void makesLongTextsShort() {
        byte[] json = "{\"title\": \"The RDP port is closed\"}".repeat(500).getBytes(StandardCharsets.UTF_8);

        assertThat(Packed.pack(json)).hasSizeLessThan(json.length / 4);
    }
}
