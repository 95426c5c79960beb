package epro.processing.datacheck;

/**
 * One thing that does not fit.
 *
 * @param subject a submission key, {@code topic/partition/offset}, a lane, a checkpoint or a setting; never a patient
 */
record Finding(String code, String subject, String detail) {

    Finding(Code code, String subject, String detail) {
        this(code.text(), subject, detail);
    }
}
