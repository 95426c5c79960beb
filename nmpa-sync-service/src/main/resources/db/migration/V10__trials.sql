-- The trials, what the regulator said of them, and the runs that ask it.

CREATE TABLE trial (
    registration_number text        PRIMARY KEY,
    added_at            timestamptz NOT NULL,
    status              text,
    stopped_by          text,
    original_status     text,
    confirmed_at        timestamptz,
    quarantined_at      timestamptz,
    changes             integer     NOT NULL DEFAULT 0
);
COMMENT ON COLUMN trial.original_status IS 'In the register''s own words.';
COMMENT ON COLUMN trial.confirmed_at IS 'When the register last said so.';
COMMENT ON COLUMN trial.quarantined_at IS 'Since when the register says that it has no such trial; the trial itself stays.';
CREATE INDEX trial_due ON trial (confirmed_at) WHERE quarantined_at IS NULL;

CREATE TABLE trial_status (
    registration_number text        NOT NULL REFERENCES trial,
    sequence            integer     NOT NULL,
    status              text        NOT NULL,
    stopped_by          text,
    original_status     text        NOT NULL,
    since               timestamptz NOT NULL,
    run_id              uuid        NOT NULL,
    PRIMARY KEY (registration_number, sequence)
);
COMMENT ON TABLE trial_status IS 'Every status that a trial ever had, in order.';

CREATE TABLE sync_run (
    run_id       uuid        PRIMARY KEY,
    state        text        NOT NULL CONSTRAINT sync_run_state
        CHECK (state IN ('RUNNING', 'SUCCEEDED', 'PARTIAL', 'FAILED', 'CANCELLED')),
    requested_by text        NOT NULL,
    started_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    total        integer     NOT NULL,
    done         integer     NOT NULL,
    changed      integer     NOT NULL,
    failed       integer     NOT NULL
);
CREATE UNIQUE INDEX sync_run_one_at_a_time ON sync_run ((true)) WHERE state = 'RUNNING';
CREATE INDEX sync_run_by_time ON sync_run (started_at, run_id);

CREATE TABLE sync_run_trial (
    run_id              uuid    NOT NULL REFERENCES sync_run,
    registration_number text    NOT NULL REFERENCES trial,
    attempts            integer NOT NULL DEFAULT 0,
    outcome             text,
    PRIMARY KEY (run_id, registration_number)
);
COMMENT ON COLUMN sync_run_trial.outcome IS 'Null until it is settled: what a killed run has left.';
CREATE INDEX sync_run_trial_left ON sync_run_trial (run_id, registration_number) WHERE outcome IS NULL;

CREATE TABLE regulator_lease (
    only_row     boolean     PRIMARY KEY DEFAULT true CONSTRAINT regulator_lease_only_row CHECK (only_row),
    holder       text,
    fencing      bigint      NOT NULL,
    expires_at   timestamptz NOT NULL,
    quiet_at     timestamptz NOT NULL,
    paused_until timestamptz NOT NULL
);
COMMENT ON TABLE regulator_lease IS 'Which replica may speak to the regulator, which sees one address only.';
COMMENT ON COLUMN regulator_lease.quiet_at IS 'From then on nothing of the holder can be in flight, and a successor may take it.';
INSERT INTO regulator_lease (fencing, expires_at, quiet_at, paused_until)
VALUES (0, clock_timestamp(), clock_timestamp(), clock_timestamp());

GRANT SELECT, INSERT ON trial, trial_status, sync_run, sync_run_trial TO ${appRole};
GRANT UPDATE (status, stopped_by, original_status, confirmed_at, quarantined_at, changes) ON trial TO ${appRole};
GRANT UPDATE (state, ended_at, total, done, changed, failed) ON sync_run TO ${appRole};
GRANT UPDATE (attempts, outcome) ON sync_run_trial TO ${appRole};
GRANT SELECT, UPDATE ON regulator_lease TO ${appRole};
GRANT SELECT ON trial, trial_status, sync_run, sync_run_trial, regulator_lease TO ${readerRole};
