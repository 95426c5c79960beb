/** What the demo looks at of suspected adverse events: their rows, the alerts of them, the coordinator's screen, the mails. */
@NullMarked
package epro.cli.demo.harm;

import org.jspecify.annotations.NullMarked;
