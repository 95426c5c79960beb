/** Tests of whose token publishes and reads which study's alert plan. */
@org.jspecify.annotations.NullMarked
package epro.processing.plan;
