/** The demo's trials against a fake nmpa-sync and a real simulated regulator. */
@NullMarked
package epro.cli.demo.trials;

import org.jspecify.annotations.NullMarked;
