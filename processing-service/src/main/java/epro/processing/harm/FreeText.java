package epro.processing.harm;

/** What a patient wrote in own words. */
public record FreeText(String path, String text) {

    @Override
    public String toString() {
        return "FreeText[" + path + "]";
    }
}
