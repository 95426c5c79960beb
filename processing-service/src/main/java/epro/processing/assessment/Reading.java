package epro.processing.assessment;

import epro.processing.harm.Finding;
import java.util.List;

/**
 * What the model said of one submission.
 *
 * @param version the model's own word for itself
 * @param score the highest of its texts, 0 to 1
 * @param findings one for each term and text
 */
record Reading(String version, double score, List<Finding> findings) {}
