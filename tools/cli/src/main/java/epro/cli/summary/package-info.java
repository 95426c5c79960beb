/** Says after a test run what was tested and how the code is shaped. */
@NullMarked
package epro.cli.summary;

import org.jspecify.annotations.NullMarked;
