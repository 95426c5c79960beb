package epro.support.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one sentence which setting keeps the service from starting, instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class IllegalSettingAnalyzer extends AbstractFailureAnalyzer<IllegalSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, IllegalSetting cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct the setting and start the service again.", cause);
    }
}
