package epro.cli.chaos.judge;

import epro.cli.submission.Answer.Place;

/**
 * An outcome on its topic.
 *
 * @param partition of the outcomes
 * @param origin where the submission stands whose outcome it is
 */
record Published(int partition, Place origin) {}
