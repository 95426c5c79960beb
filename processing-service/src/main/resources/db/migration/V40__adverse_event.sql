-- What was read for harm: levels to compare later ones with, suspected adverse events, and the plans that say how urgent each is.

CREATE TABLE symptom_level (
    submission_key uuid        NOT NULL REFERENCES submission,
    item           text        NOT NULL,
    path           text        NOT NULL,
    patient_key    uuid        NOT NULL,
    level          smallint    NOT NULL,
    ordered_at     timestamptz NOT NULL,
    PRIMARY KEY (submission_key, item)
);
COMMENT ON TABLE symptom_level IS 'Levels that patients chose for items of the PRO-CTCAE, of every submission that could be read; the highest where an item was answered more than once.';
COMMENT ON COLUMN symptom_level.ordered_at IS 'The earlier of completed and received; received where the device''s clock is suspect.';
CREATE INDEX symptom_level_of_patient ON symptom_level (patient_key, item, ordered_at);

CREATE TABLE adverse_event (
    ae_id          uuid        NOT NULL,
    revision       integer     NOT NULL,
    kind           text        NOT NULL,
    submission_key uuid        NOT NULL REFERENCES submission,
    patient_key    uuid        NOT NULL,
    study_id       text        NOT NULL,
    site_id        text        NOT NULL,
    patient_id     text        NOT NULL,
    record_state   text        NOT NULL,
    term           json        NOT NULL,
    grade          smallint,
    grade_at_least smallint,
    levels         json        NOT NULL,
    urgency        text        NOT NULL,
    plan_version   text        NOT NULL,
    sources        json        NOT NULL,
    findings       json        NOT NULL,
    detected_at    timestamptz NOT NULL,
    row_hash       text        NOT NULL,
    PRIMARY KEY (ae_id, revision)
);
COMMENT ON TABLE adverse_event IS 'Suspected adverse events, one row a revision, judged by nobody yet; the highest revision is the present state.';
CREATE INDEX adverse_event_of_submission ON adverse_event (submission_key);
CREATE INDEX adverse_event_by_time ON adverse_event (detected_at, ae_id);

CREATE TRIGGER adverse_event_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON adverse_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE alert_plan (
    sequence     bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    study_id     text        NOT NULL,
    version      text        NOT NULL,
    source       json        NOT NULL,
    content_hash text        NOT NULL,
    published_at timestamptz NOT NULL,
    published_by text        NOT NULL,
    PRIMARY KEY (study_id, version)
);
COMMENT ON TABLE alert_plan IS 'Thresholds of urgency by study; the one published last is in force, the built-in one where there is none.';

CREATE TRIGGER alert_plan_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON alert_plan
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON symptom_level, adverse_event, alert_plan TO ${appRole};
GRANT SELECT ON symptom_level, adverse_event, alert_plan TO ${readerRole};
