package epro.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private final Diary diary = new Diary();
    private final Supervisor supervisor = new Supervisor(InstantSource.system(), diary);
    private Path log = Path.of("");

    @BeforeEach
    void emptyLog() throws IOException {
        log = Files.writeString(folder.resolve("log"), "");
    }

    @AfterEach
    void close() {
        supervisor.close();
    }

    @Test
    void startsAKilledProcessAgain() {
        Supervised sleeper = supervised("exec sleep 60", _ -> false);
        sleeper.start();
        long first = sleeper.pid();

        sleeper.kill();

        await().atMost(PATIENCE).until(() -> sleeper.pid() != first);
        assertThat(ProcessHandle.of(sleeper.pid())).get().matches(ProcessHandle::isAlive);
        sleeper.stop(PATIENCE);
        assertThat(diary.lines).contains("died 137");
    }

    @Test
    void givesUpAProcessThatKeepsDying() {
        Supervised failing = supervised("echo no such disk; exit 7", _ -> false);
        failing.start();

        assertThatThrownBy(() -> failing.awaitReady(PATIENCE))
                .isInstanceOf(NotReady.class)
                .hasMessageContaining("no such disk");
        assertThat(diary.lines)
                .endsWith("gave up 7")
                .filteredOn("started"::equals)
                .hasSize(6);
    }

    @Test
    void triesAgainWithoutCountingWhileThePredecessorStillHoldsSomething() throws IOException {
        Path released = folder.resolve("released");
        Supervised blocked = supervised(
                "test -e %s && exec sleep 60; echo lock held; exit 1".formatted(released),
                tail -> tail.contains("lock held"));
        blocked.start();
        await().atMost(PATIENCE).until(() -> diary.count("started") > 7);

        Files.createFile(released);

        await().atMost(PATIENCE)
                .until(() -> ProcessHandle.of(blocked.pid())
                        .map(ProcessHandle::isAlive)
                        .orElse(false));
        assertThat(diary.lines).containsOnly("started");
        blocked.stop(PATIENCE);
    }

    @Test
    void doesNotStartAStoppedProcessAgain() {
        Supervised sleeper = supervised("exec sleep 60", _ -> false);
        sleeper.start();

        sleeper.stop(PATIENCE);

        assertThat(ProcessHandle.of(sleeper.pid())).isEmpty();
        assertThat(diary.lines).containsExactly("started");
    }

    @Test
    void killsWhatDoesNotStopInTime() {
        Supervised stubborn = supervised(
                "trap '' TERM; touch %s; while :; do sleep 1; done".formatted(folder.resolve("up")), _ -> false);
        stubborn.start();
        await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("up")));

        stubborn.stop(Duration.ofMillis(300));

        assertThat(ProcessHandle.of(stubborn.pid())).isEmpty();
    }

    @Test
    void letsASuspendedProcessStopInGoodOrder() {
        Path up = folder.resolve("up");
        Supervised orderly =
                supervised("trap 'exit 0' TERM; touch %s; while :; do sleep 0.1; done".formatted(up), _ -> false);
        orderly.start();
        await().atMost(PATIENCE).until(() -> Files.exists(up));
        orderly.suspend();
        long start = System.nanoTime();

        orderly.stop(PATIENCE);

        assertThat(ProcessHandle.of(orderly.pid())).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void isOutOfReachOfCtrlC() {
        Supervised sleeper = supervised("exec sleep 60", _ -> false);
        sleeper.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(processGroup(sleeper.pid())).isEqualTo(Long.toString(sleeper.pid())));
        sleeper.stop(PATIENCE);
    }

    @Test
    void startsNothingOnceEverythingIsBeingStopped() {
        supervisor.startNoMore();

        assertThatThrownBy(() -> supervised("exec sleep 60", _ -> false).start())
                .hasMessageContaining("being stopped");
    }

    private Supervised supervised(String script, Predicate<String> leftover) {
        return supervisor.supervise(
                new Recipe("sample", List.of("sh", "-c", script), Map.of(), log, Signal.TERM, () -> false, leftover));
    }

    private static String processGroup(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return stat.split(" ", -1)[4];
    }

    private static final class Diary implements Observer {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void started(String name, long pid) {
            lines.add("started");
        }

        @Override
        public void died(String name, int exitStatus) {
            lines.add("died " + exitStatus);
        }

        @Override
        public void gaveUp(String name, int exitStatus) {
            lines.add("gave up " + exitStatus);
        }

        long count(String line) {
            return lines.stream().filter(line::equals).count();
        }
    }
}
