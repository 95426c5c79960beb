package epro.cli.demo;

import epro.cli.submission.Answer;
import java.time.Duration;
import java.time.Instant;

/**
 * One attempt to send a letter, and what came of it.
 *
 * @param number 1 for a letter's first attempt
 */
record Attempt(Letter letter, int number, Instant startedAt, Duration took, Answer answer) {}
