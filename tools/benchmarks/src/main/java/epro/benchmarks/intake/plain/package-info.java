/** Plain ways of taking what is posted and sending it to the log, each as good as it can be written without promising more. */
@NullMarked
package epro.benchmarks.intake.plain;

import org.jspecify.annotations.NullMarked;
