package epro.benchmarks.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read from others' words, and from the seconds after an overload. */
class ReadingsTest {

    @Test
    void takesTheToolsLastLine() throws IOException {
        String said = """
                72001 records sent, 14400.2 records/sec (14.06 MB/sec), 812.9 ms avg latency, 1203.0 ms max latency.
                150000 records sent, 31512.605042 records/sec (30.77 MB/sec), 512.10 ms avg latency, 903.00 ms max latency, \
                498 ms 50th, 850 ms 95th, 890 ms 99th, 902 ms 99.9th.
                """;

        assertThat(ProducerLimit.read(said)).isEqualTo(new ProducerLimit.Said(150_000, 31_512.605042, 498, 890));
    }

    @Test
    void doesNotTakeAnythingElseForIt() {
        assertThatThrownBy(() -> ProducerLimit.read("usage: producer-performance"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("usage");
    }

    @Test
    void addsUpThePoolsOfTheHeap() {
        assertThat(HeapWatch.heap("""
                        jvm_memory_used_bytes{area="heap",id="Eden Space",service="intake-service"} 1.5E7
                        jvm_memory_used_bytes{area="nonheap",id="Metaspace",service="intake-service"} 9.0E7
                        jvm_memory_max_bytes{area="heap",id="Eden Space",service="intake-service"} 8.0E7
                        jvm_memory_used_bytes{area="heap",id="Tenured Gen",service="intake-service"} 2.0E7
                        """)).isEqualTo(3.5e7);
    }

    @Test
    void isBackAsSoonAsNothingIsSlowAnyMore() {
        assertThat(Overload.recovered(seconds(900, 40, 12, 60, 11, 10), 10)).isEqualTo(4);
        assertThat(Overload.recovered(seconds(10, 11, 12), 10)).isZero();
        assertThat(Overload.recovered(seconds(10, 11, 99), 10)).isEqualTo(3);
    }

    @Test
    void isNotBackWhereNothingIsAcceptedOrSomethingIsRefused() {
        List<Served> seconds = seconds(10, 10, 10);
        seconds.get(1).answered(503, 1_000_000);
        assertThat(Overload.recovered(seconds, 10)).isEqualTo(2);
        assertThat(Overload.recovered(List.of(new Served()), 10)).isEqualTo(1);
    }

    private static List<Served> seconds(long... millis) {
        return Arrays.stream(millis)
                .mapToObj(each -> {
                    Served served = new Served();
                    served.answered(202, each * 1_000_000);
                    return served;
                })
                .toList();
    }
}
