/** Holds docs/asyncapi.yaml against the topics and schemas that it describes. */
@NullMarked
package epro.schemas.asyncapi;

import org.jspecify.annotations.NullMarked;
