package epro.intake.request;

import epro.support.start.IllegalSetting;
import java.net.URI;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What intake needs to know to take a request.
 *
 * @param processingUrl Root address of the processing service, where a submission can be read (EPRO_PROCESSING_URL).
 * @param refusePersonalIds Whether a patientId that is a valid identity or mobile number is refused.
 */
@ConfigurationProperties("intake.request")
public record RequestSettings(
        URI processingUrl, @DefaultValue("true") boolean refusePersonalIds) {

    public RequestSettings {
        if (processingUrl == null || !isRoot(processingUrl)) {
            throw new IllegalSetting(
                    "intake.request.processing-url",
                    "(EPRO_PROCESSING_URL) must be an absolute address without a query, was " + processingUrl);
        }
        processingUrl = URI.create(processingUrl.toString().replaceFirst("/+$", ""));
    }

    private static boolean isRoot(URI url) {
        return url.isAbsolute() && url.getHost() != null && url.getQuery() == null && url.getFragment() == null;
    }

    /** The absolute address under which the submission can be read once it is processed. */
    public URI whereToRead(UUID submissionKey) {
        return URI.create(processingUrl + SubmissionController.PATH + "/" + submissionKey);
    }
}
