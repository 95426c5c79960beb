-- What a model is asked about the texts of submissions, and what it said.
CREATE TABLE assessment (
    assessment_id   uuid             PRIMARY KEY,
    submission_key  uuid             NOT NULL REFERENCES submission,
    record_state    text             NOT NULL,
    content_hash    text             NOT NULL,
    model           text             NOT NULL,
    version         text             NOT NULL,
    priority        smallint         NOT NULL,
    language        text,
    texts           json             NOT NULL,
    lane            text             NOT NULL,
    outbox_end      bigint           NOT NULL,
    state           text             NOT NULL DEFAULT 'PENDING' CONSTRAINT assessment_state
        CHECK (state IN ('PENDING', 'DECIDED', 'FAILED')),
    requested_at    timestamptz      NOT NULL,
    due_at          timestamptz      NOT NULL,
    claims          integer          NOT NULL DEFAULT 0,
    failures        integer          NOT NULL DEFAULT 0,
    decided_at      timestamptz,
    decided_version text,
    score           double precision,
    terms           json,
    failure         text,
    CONSTRAINT assessment_once UNIQUE (submission_key, content_hash, model, version)
);
COMMENT ON TABLE assessment IS 'One row for each submission with free text and each version of a model that is asked about it.';
COMMENT ON COLUMN assessment.version IS 'The version asked for; empty: whichever the model serves.';
COMMENT ON COLUMN assessment.outbox_end IS 'The model is asked once its lane is published so far: what rules found is announced first.';
COMMENT ON COLUMN assessment.due_at IS 'When it may be claimed: the end of a lease, or of a pause after a failure.';
CREATE INDEX assessment_pending ON assessment (priority DESC, requested_at) WHERE state = 'PENDING';

GRANT SELECT, INSERT ON assessment TO ${appRole};
GRANT UPDATE (record_state, priority, state, due_at, claims, failures, decided_at, decided_version, score, terms, failure) ON assessment TO ${appRole};
GRANT SELECT ON assessment TO ${readerRole};
