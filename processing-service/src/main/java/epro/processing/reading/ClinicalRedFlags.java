package epro.processing.reading;

import epro.clinical.Mention;
import epro.clinical.RedFlagDetector;
import epro.processing.harm.RedFlags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Red flags by the clinical lexicon: what a patient reports as their own and of these days, each concept once a text. */
final class ClinicalRedFlags implements RedFlags {
    private static final String SELF_HARM = "suicidality";

    private final RedFlagDetector detector;

    ClinicalRedFlags(RedFlagDetector detector) {
        this.detector = detector;
    }

    @Override
    public List<RedFlag> in(String text, @Nullable String language) {
        Map<String, RedFlag> flags = new LinkedHashMap<>();
        for (Mention mention : detector.detect(text, language)) {
            if (mention.isReported()) {
                boolean selfHarm = mention.concept().equals(SELF_HARM);
                flags.putIfAbsent(
                        mention.concept(),
                        new RedFlag(mention.concept(), mention.display(), RedFlagDetector.VERSION, selfHarm));
            }
        }
        return List.copyOf(flags.values());
    }
}
