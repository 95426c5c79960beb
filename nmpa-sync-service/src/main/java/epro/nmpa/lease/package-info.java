/** Who of several replicas may speak to the regulator, which sees one address only. */
@NullMarked
package epro.nmpa.lease;

import org.jspecify.annotations.NullMarked;
