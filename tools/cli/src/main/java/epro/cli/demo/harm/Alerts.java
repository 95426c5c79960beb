package epro.cli.demo.harm;

import java.util.Map;

/**
 * The alerts of a run's suspected adverse events.
 *
 * @param delivered deliveries that arrived, by channel
 * @param inApp suspected adverse events whose alert came into an inbox
 * @param twice alerts beyond the first of one suspected adverse event, and suspected adverse events beyond the first of one
 *     submission and term
 */
public record Alerts(Map<String, Long> delivered, long inApp, long twice) {}
