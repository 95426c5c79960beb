/** Tests of what the demo sees of alerts. */
@NullMarked
package epro.cli.demo.harm;

import org.jspecify.annotations.NullMarked;
