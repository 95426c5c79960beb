package epro.cli.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MembersTest {

    private final Members members = new Members(true, Map.of("a", 9, "b", 0, "c", 7));

    @Test
    void tellWhoIsLeft() {
        assertThat(members.left(Set.of("a", "b", "gone"))).isEqualTo(2);
        assertThat(members.left(Set.of("gone"))).isZero();
    }

    @Test
    void tellWhatOthersWereGiven() {
        assertThat(members.givenBesides(Set.of("a", "gone"))).isEqualTo(7);
        assertThat(members.givenBesides(Set.of("a", "c"))).isZero();
    }
}
