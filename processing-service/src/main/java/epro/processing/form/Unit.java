package epro.processing.form;

import org.jspecify.annotations.Nullable;

/** A unit that a quantity may be in. */
record Unit(
        @Nullable String system,
        @Nullable String code,
        @Nullable String display) {

    boolean isNone() {
        return code == null && display == null;
    }

    /** By code where one is given, else by how the unit is written. */
    boolean is(Unit given) {
        if (given.code != null) {
            return given.code.equals(code) && (given.system == null || given.system.equals(system));
        }
        return given.display != null && (given.display.equals(display) || given.display.equals(code));
    }
}
