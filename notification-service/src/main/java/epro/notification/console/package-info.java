/** The coordinator's console: the inbox and each alert as pages that keep themselves up to date. */
@NullMarked
package epro.notification.console;

import org.jspecify.annotations.NullMarked;
