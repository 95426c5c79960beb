package epro.processing.form;

import epro.schemas.json.JsonValue;

/**
 * One of the answers that a question offers.
 *
 * @param type of the option in FHIR, such as Coding or Integer
 * @param answer what a bare answer is cleaned to: text, or the number of an integer-valued option
 * @param exclusive whether it cannot be chosen beside another
 */
record Option(String type, JsonValue answer, Coding coding, boolean exclusive) {

    /** A system need not be given, but if it is, it must be the option's. */
    boolean is(Coding given) {
        return given.code().equals(coding.code())
                && (given.system() == null || given.system().equals(coding.system()));
    }
}
