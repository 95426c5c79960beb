package epro.cli.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.chaos.fault.Fault.Seen;
import epro.cli.chaos.fault.Poured.Placed;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PouredTest {

    private static final Fate UNKNOWN = Fate.quarantined("unknown-schema-id");
    private static final SortedMap<Long, Fate> AS_IT_MUST =
            new TreeMap<>(Map.of(7L, Fate.STORED, 8L, UNKNOWN, 9L, Fate.STORED));

    private final Poured poured =
            new Poured(2, List.of(new Placed(7, null), new Placed(8, PoisonKind.UNKNOWN_ID), new Placed(9, null)));

    @Test
    void isSeenWhereAllIsSettledAsItMustBe() {
        assertThat(poured.seen(AS_IT_MUST))
                .isEqualTo(new Seen(
                        true,
                        "3 of 3 records settled in partition 2: unknown-id at 8 QUARANTINED (unknown-schema-id)"));
    }

    @Test
    void isNotSeenWhileARecordIsNotSettled() {
        Seen seen = poured.seen(AS_IT_MUST.headMap(9L));

        assertThat(seen.happened()).isFalse();
        assertThat(seen.wrong()).isEmpty();
    }

    @Test
    void isWrongWhereAKindBecameSomethingElse() {
        assertThat(wrongWith(8, Fate.STORED))
                .containsExactly("unknown-id at 2:8 became STORED and not one of [QUARANTINED (unknown-schema-id)]");
        assertThat(wrongWith(8, Fate.quarantined("truncated")))
                .containsExactly(
                        "unknown-id at 2:8 became QUARANTINED (truncated) and not one of [QUARANTINED (unknown-schema-id)]");
    }

    @Test
    void isWrongWhereANeighbourWasNotStored() {
        assertThat(wrongWith(9, Fate.REJECTED))
                .containsExactly("a good neighbour at 2:9 became REJECTED and not one of [STORED]");
    }

    private List<String> wrongWith(long offset, Fate fate) {
        SortedMap<Long, Fate> fates = new TreeMap<>(AS_IT_MUST);
        fates.put(offset, fate);
        Seen seen = poured.seen(fates);
        assertThat(seen.happened()).isTrue();
        return seen.wrong();
    }
}
