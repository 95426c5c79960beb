-- Reconciliations of topics, database and chains: who asked, how far each has come, what it found.
CREATE TABLE data_check (
    data_check_id    uuid        PRIMARY KEY,
    state            text        NOT NULL CONSTRAINT data_check_state
        CHECK (state IN ('RUNNING', 'CLEAN', 'FINDINGS', 'REFUSED', 'CANCELLED', 'FAILED')),
    requested_by     text        NOT NULL,
    started_at       timestamptz NOT NULL,
    heartbeat_at     timestamptz NOT NULL,
    ended_at         timestamptz,
    cancel_requested boolean     NOT NULL DEFAULT false,
    stage            text,
    compared         jsonb       NOT NULL DEFAULT '{}',
    found            jsonb       NOT NULL DEFAULT '{}',
    failure          text
);
COMMENT ON COLUMN data_check.compared IS 'How many of each kind were compared; what is left out was not.';
COMMENT ON COLUMN data_check.found IS 'How many findings there are of each code; only the first of each are listed.';

CREATE TABLE data_check_finding (
    data_check_id uuid   NOT NULL REFERENCES data_check,
    place         bigint GENERATED ALWAYS AS IDENTITY,
    code          text   NOT NULL,
    subject       text   NOT NULL,
    detail        text   NOT NULL,
    PRIMARY KEY (data_check_id, place)
);

GRANT SELECT, INSERT ON data_check, data_check_finding TO ${appRole};
GRANT UPDATE (state, heartbeat_at, ended_at, cancel_requested, stage, compared, found, failure) ON data_check TO ${appRole};
GRANT SELECT ON data_check, data_check_finding TO ${readerRole};
