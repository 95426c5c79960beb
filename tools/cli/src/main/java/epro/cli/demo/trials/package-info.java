/** Beside the patients: three hundred trials synced from the regulator, and what the regulator saw of that. */
@NullMarked
package epro.cli.demo.trials;

import org.jspecify.annotations.NullMarked;
