package epro.cli.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import epro.stack.Part;
import epro.stack.Way;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final List<String> names = Faults.all().stream().map(Fault::name).toList();

    @Test
    void haveANameEach() {
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void strikeEveryProcessAndEveryWay() {
        assertThat(names)
                .containsAll(Part.ESSENTIAL.stream()
                        .flatMap(part ->
                                Stream.of("kill-", "terminate-", "freeze-").map(what -> what + part.text()))
                        .toList())
                .containsAll(Stream.of(Way.values())
                        .flatMap(way -> Stream.of("black-hole-", "cut-").map(what -> what + way.text()))
                        .toList());
    }

    @Test
    void haveAFateForEachOfTwelveKindsOfPoison() {
        assertThat(PoisonKind.values())
                .hasSize(12)
                .noneMatch(kind -> kind.fates().isEmpty());
    }
}
