/** 2b. The reference model: reads free text for symptoms, behind the Open Inference Protocol v2. */
@NullMarked
package epro.model;

import org.jspecify.annotations.NullMarked;
