/** Every error answer of a service: RFC 9457 problems with a stable code, telling nothing about a patient. */
@NullMarked
package epro.support.problem;

import org.jspecify.annotations.NullMarked;
