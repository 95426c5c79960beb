package epro.nmpa;

import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** A thread for each periodic job: a run keeps its own for as long as it takes. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {
    private static final int JOBS = 10;

    @Bean
    ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder builder) {
        return builder.poolSize(JOBS).threadNamePrefix("job-").build();
    }
}
