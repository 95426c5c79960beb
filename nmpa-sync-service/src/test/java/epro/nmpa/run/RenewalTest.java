package epro.nmpa.run;

import static org.assertj.core.api.Assertions.assertThat;

import epro.nmpa.RunningNmpa;
import epro.nmpa.lease.Lease;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

class RenewalTest {

    @Test
    void comesAsOftenAsTheLeaseWants() {
        Duration wanted = RunningNmpa.bean(Lease.class).renewEvery();

        assertThat(RunningNmpa.bean(ScheduledTaskHolder.class).getScheduledTasks())
                .map(ScheduledTask::getTask)
                .filteredOn(task -> task.toString().contains("SyncRunner.renew"))
                .singleElement()
                .isInstanceOfSatisfying(
                        IntervalTask.class,
                        renewal -> assertThat(renewal.getIntervalDuration())
                                .isEqualTo(wanted)
                                .isLessThan(Duration.ofSeconds(1)));
    }
}
