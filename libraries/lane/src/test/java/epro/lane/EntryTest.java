package epro.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class EntryTest {

    /** Computed independently with Python's hashlib and struct; chains written by older versions must go on verifying. */
    @Test
    void keepsItsCanonicalForm() {
        Entry entry = new Entry("lane", 1, Entry.inMicroseconds(LaneScene.stored(5)));

        byte[] canonical = entry.canonical(Canonical.genesis("lane"));

        assertThat(HexFormat.of().formatHex(Canonical.sha256(canonical)))
                .isEqualTo("92e464897466a36c01a40c344a0fd73ec5cea4460017dc1c2c199108dc4f71c6");
    }

    @Test
    void tellsFieldsApartThatWouldReadTheSameWhenJoined() {
        byte[] one = new Canonical("p").text("ab").text("c").toBytes();
        byte[] other = new Canonical("p").text("a").text("bc").toBytes();

        assertThat(one).isNotEqualTo(other);
        assertThat(new Canonical("p").text(null).toBytes())
                .isNotEqualTo(new Canonical("p").text("").toBytes());
    }
}
