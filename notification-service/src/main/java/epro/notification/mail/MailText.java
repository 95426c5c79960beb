package epro.notification.mail;

import epro.notification.delivery.Notice;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** The words of a message, in the contact's language; what a notice does not carry can't be in them. */
final class MailText {
    private static final String BUNDLE = "epro.notification.mail.messages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final LinkSettings links;

    MailText(LinkSettings links) {
        this.links = links;
    }

    String subject(Notice notice) {
        return filled("subject", notice);
    }

    String body(Notice notice) {
        return filled("body", notice);
    }

    private String filled(String key, Notice notice) {
        ResourceBundle words = ResourceBundle.getBundle(BUNDLE, notice.language(), NO_FALLBACK);
        String urgency = words.getString("urgency." + notice.urgency().name().toLowerCase(Locale.ROOT));
        Map<String, String> values = new TreeMap<>(Map.of(
                "{case}", notice.caseNumber(),
                "{urgency}", urgency,
                "{link}", links.alert(notice.alertId()).toString()));
        String text = words.getString(key);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        return text;
    }
}
