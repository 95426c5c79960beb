package epro.nmpa.lease;

import epro.nmpa.quota.MonotonicTime;
import epro.nmpa.quota.Quota;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LeaseConfiguration {

    @Bean
    Lease lease(LeaseRecord record, LeaseSettings settings, Quota quota) {
        return new Lease(record, MonotonicTime.SYSTEM, new LeaseTerms(settings.length(), quota.longestInFlight()));
    }
}
