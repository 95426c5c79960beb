-- One row for what a submission says of symptoms, not one for each level: a diary of eight items took eight rows, sixteen entries
-- of indexes and eight looks at its submission.

CREATE TABLE symptom_report (
    submission_key uuid        NOT NULL REFERENCES submission,
    revision       integer     NOT NULL,
    patient_key    uuid        NOT NULL,
    ordered_at     timestamptz NOT NULL,
    levels         jsonb       NOT NULL,
    PRIMARY KEY (submission_key, revision)
);
COMMENT ON TABLE symptom_report IS 'Levels that patients chose for items of the PRO-CTCAE, of every evaluation of a submission that could be read.';
COMMENT ON COLUMN symptom_report.ordered_at IS 'The earlier of completed and received; received where the device''s clock is suspect.';
COMMENT ON COLUMN symptom_report.levels IS 'By item; the highest where an item was answered more than once.';

INSERT INTO symptom_report (submission_key, revision, patient_key, ordered_at, levels)
SELECT submission_key, 1, patient_key, min(ordered_at), jsonb_object_agg(item, level)
FROM symptom_level GROUP BY submission_key, patient_key;
CREATE INDEX symptom_report_of_patient ON symptom_report (patient_key, ordered_at, revision);
DROP TABLE symptom_level;

GRANT SELECT, INSERT ON symptom_report TO ${appRole};
GRANT SELECT ON symptom_report TO ${readerRole};
