package epro.cli.chaos.judge;

import epro.cli.submission.Answer.Place;
import org.jspecify.annotations.Nullable;

/**
 * A record of the dead-letter topic.
 *
 * @param place where it stands there
 * @param origin where it stood in the topic of submissions; null if it does not say
 */
record DeadLetter(Place place, @Nullable Place origin) {}
