/** The channel e-mail: a case number and a link, nothing of the patient. */
@NullMarked
package epro.notification.mail;

import org.jspecify.annotations.NullMarked;
