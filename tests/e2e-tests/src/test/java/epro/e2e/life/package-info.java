/** What clients see of intake while it starts and while it stops. */
@NullMarked
package epro.e2e.life;

import org.jspecify.annotations.NullMarked;
