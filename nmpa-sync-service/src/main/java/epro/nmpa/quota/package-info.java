/** How the regulator never sees more at once, nor more starts in any second, than it allows. */
@NullMarked
package epro.nmpa.quota;

import org.jspecify.annotations.NullMarked;
