package epro.processing;

import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** A thread for each periodic job, so that one that waits for the broker holds up no other. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {
    private static final int JOBS = 7;

    @Bean
    ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder builder) {
        return builder.poolSize(JOBS).threadNamePrefix("job-").build();
    }
}
