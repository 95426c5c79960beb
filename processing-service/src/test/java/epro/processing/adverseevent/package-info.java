/** Tests of who reads suspected adverse events, and of the trace that this leaves. */
@org.jspecify.annotations.NullMarked
package epro.processing.adverseevent;
