package epro.house;

import com.tngtech.archunit.lang.ArchRule;

/**
 * A rule and the proof that it bites.
 *
 * @param offender the fixture class that breaks it, by its simple name
 */
record HouseRule(ArchRule rule, String offender) {

    @Override
    public String toString() {
        return rule.getDescription();
    }
}
