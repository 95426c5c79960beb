/** Processes that are kept running, die with their launcher, and know nothing of what they are for. */
@NullMarked
package epro.stack.process;

import org.jspecify.annotations.NullMarked;
