-- What became of every submission. Times are timestamptz with microseconds; json columns keep the text as it was written.

CREATE TABLE submission (
    submission_key    uuid        PRIMARY KEY,
    patient_key       uuid        NOT NULL,
    submission_id     text        NOT NULL,
    study_id          text        NOT NULL,
    site_id           text        NOT NULL,
    patient_id        text        NOT NULL,
    form_id           text        NOT NULL,
    form_version      text,
    content_hash      text        NOT NULL,
    state             text        NOT NULL CONSTRAINT submission_state CHECK (state IN ('STORED', 'REJECTED')),
    revision          integer     NOT NULL DEFAULT 1,
    topic             text        NOT NULL,
    topic_id          text        NOT NULL,
    partition         integer     NOT NULL,
    record_offset     bigint      NOT NULL,
    completed_at      text,
    completed_instant timestamptz,
    received_at       timestamptz NOT NULL,
    stored_at         timestamptz NOT NULL
);
COMMENT ON TABLE submission IS 'Identity and present state of each submission; one row per (patient, submissionId), for ever.';
COMMENT ON COLUMN submission.record_offset IS 'Where the evaluation that made the present state stands in the log.';
CREATE INDEX submission_by_id ON submission (submission_id);
CREATE INDEX submission_by_patient ON submission (study_id, patient_id);
CREATE INDEX submission_by_time ON submission (stored_at, submission_key);

CREATE TABLE crf_record (
    submission_key uuid        NOT NULL REFERENCES submission,
    revision       integer     NOT NULL,
    form_id        text        NOT NULL,
    form_version   text        NOT NULL,
    content_hash   text        NOT NULL,
    context        json        NOT NULL,
    answers        json        NOT NULL,
    cleaned        json        NOT NULL,
    cleaning       json        NOT NULL,
    issues         json        NOT NULL,
    topic_id       text        NOT NULL,
    partition      integer     NOT NULL,
    record_offset  bigint      NOT NULL,
    received_at    timestamptz NOT NULL,
    stored_at      timestamptz NOT NULL,
    row_hash       text        NOT NULL,
    PRIMARY KEY (submission_key, revision),
    UNIQUE (topic_id, partition, record_offset)
);
COMMENT ON TABLE crf_record IS 'The form data of accepted submissions: answers as received, and beside them the cleaned ones.';

CREATE TABLE rejection (
    submission_key uuid        NOT NULL REFERENCES submission,
    revision       integer     NOT NULL,
    form_id        text        NOT NULL,
    form_version   text,
    unknown_form   boolean     NOT NULL,
    content_hash   text        NOT NULL,
    context        json        NOT NULL,
    answers        json        NOT NULL,
    reasons        json        NOT NULL,
    topic          text        NOT NULL,
    topic_id       text        NOT NULL,
    partition      integer     NOT NULL,
    record_offset  bigint      NOT NULL,
    received_at    timestamptz NOT NULL,
    stored_at      timestamptz NOT NULL,
    row_hash       text        NOT NULL,
    PRIMARY KEY (submission_key, revision),
    UNIQUE (topic_id, partition, record_offset)
);
COMMENT ON TABLE rejection IS 'Submissions that failed validation: kept whole with their reasons.';
CREATE INDEX rejection_of_unknown_form ON rejection (form_id) WHERE unknown_form;

CREATE TABLE conflict (
    topic_id       text        NOT NULL,
    partition      integer     NOT NULL,
    record_offset  bigint      NOT NULL,
    submission_key uuid        NOT NULL REFERENCES submission,
    form_id        text        NOT NULL,
    form_version   text,
    content_hash   text        NOT NULL,
    context        json        NOT NULL,
    answers        json        NOT NULL,
    received_at    timestamptz NOT NULL,
    stored_at      timestamptz NOT NULL,
    row_hash       text        NOT NULL,
    PRIMARY KEY (topic_id, partition, record_offset)
);
COMMENT ON TABLE conflict IS 'Submissions whose id was taken by other content: kept whole, never an overwrite.';
CREATE INDEX conflict_by_submission ON conflict (submission_key);

CREATE TABLE quarantine (
    topic_id       text        NOT NULL,
    partition      integer     NOT NULL,
    record_offset  bigint      NOT NULL,
    record_key     bytea,
    record_value   bytea,
    headers        json        NOT NULL,
    reason         text        NOT NULL,
    stored_at      timestamptz NOT NULL,
    row_hash       text        NOT NULL,
    PRIMARY KEY (topic_id, partition, record_offset)
);
COMMENT ON TABLE quarantine IS 'Records that could not be read, byte for byte.';

GRANT SELECT, INSERT ON submission, crf_record, rejection, conflict, quarantine TO ${appRole};
GRANT UPDATE (state, revision, form_version, topic, topic_id, partition, record_offset, stored_at) ON submission TO ${appRole};
GRANT SELECT ON submission, crf_record, rejection, conflict, quarantine TO ${readerRole};
