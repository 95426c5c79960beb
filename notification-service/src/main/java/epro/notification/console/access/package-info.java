/** Who may enter the console: a token is shown once, checked as the API checks it, and kept on this side. */
@NullMarked
package epro.notification.console.access;

import org.jspecify.annotations.NullMarked;
