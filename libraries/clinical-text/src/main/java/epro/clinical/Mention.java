package epro.clinical;

/**
 * One place where a text speaks of a concept, and how it speaks of it.
 *
 * @param concept slug of the concept, such as {@code chest-pain}
 * @param display the concept for people
 * @param start index of its first character in the text
 * @param end index after its last character
 * @param affirmed not negated
 * @param ofPatient of the one who writes, not of a relative or another
 * @param recent not of years ago
 * @param hypothetical feared, asked about or warned of rather than experienced
 */
public record Mention(
        String concept,
        String display,
        int start,
        int end,
        boolean affirmed,
        boolean ofPatient,
        boolean recent,
        boolean hypothetical) {

    /** Whether the patient reports it as her own and of these days. */
    public boolean isReported() {
        return affirmed && ofPatient && recent && !hypothetical;
    }
}
