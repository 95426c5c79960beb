/** Real questionnaires of a finished trial, sent through the running pipeline and foretold by a predictor that shares no code with it. */
@NullMarked
package epro.e2e.realdata;

import org.jspecify.annotations.NullMarked;
