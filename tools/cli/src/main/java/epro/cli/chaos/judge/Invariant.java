package epro.cli.chaos.judge;

/** What must hold after a run, whatever was killed in it. */
public enum Invariant {
    I1("every 2xx is stored"),
    I2("once, with one creation entry"),
    I3("nothing is there that was not sent"),
    I4("content hash and answers are those that were sent"),
    I5("what nobody knows is wholly there or wholly absent"),
    I6("what was refused is absent, and nothing is refused for good but other content under an id"),
    I7("chains verify, without a gap, and checkpoints match and keep up"),
    I8(
            "one decision for each text, one alert for each suspected adverse event, nothing grave overlooked, revisions on the topic in their order"),
    I9("what came in = records + rejections + duplicates + conflicts + quarantine, each with its outcome"),
    I10("a patient's effects follow the order of sending"),
    I11("dead letters are those in quarantine, and no others"),
    I13("it became quiet in time");

    private final String text;

    Invariant(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
