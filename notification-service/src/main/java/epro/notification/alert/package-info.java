/** The life of an alert, free of where it is kept and how it is told. */
@NullMarked
package epro.notification.alert;

import org.jspecify.annotations.NullMarked;
