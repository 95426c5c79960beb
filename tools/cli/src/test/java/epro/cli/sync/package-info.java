/** {@code ./epro sync} against a fake nmpa-sync. */
@NullMarked
package epro.cli.sync;

import org.jspecify.annotations.NullMarked;
