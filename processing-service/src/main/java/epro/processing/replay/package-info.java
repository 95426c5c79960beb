/** Rejections for want of a form are sent through the topic once more when their form is there. */
@NullMarked
package epro.processing.replay;

import org.jspecify.annotations.NullMarked;
