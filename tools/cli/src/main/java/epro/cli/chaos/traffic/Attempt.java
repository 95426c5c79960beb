package epro.cli.chaos.traffic;

import epro.cli.submission.Answer;
import java.time.Instant;

/**
 * One attempt to send a message, and its answer.
 *
 * @param door which intake replica it went to, from 0
 */
public record Attempt(Message message, int door, Instant sentAt, Instant answeredAt, Answer answer) {}
