-- What becomes of every suspected adverse event on its way to people. All of it is written under the lock of the lane "alerts".

CREATE TABLE contact (
    contact_id text        PRIMARY KEY,
    study_id   text        NOT NULL,
    site_id    text        NOT NULL,
    role       text        NOT NULL CONSTRAINT contact_role
        CHECK (role IN ('CRC', 'SUB_INVESTIGATOR', 'PRINCIPAL_INVESTIGATOR', 'DEFAULT')),
    name       text        NOT NULL,
    language   text        NOT NULL CONSTRAINT contact_language CHECK (language IN ('zh', 'en')),
    email      text,
    active     boolean     NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT contact_place CHECK (study_id <> '*' OR site_id = '*'),
    CONSTRAINT contact_default CHECK (contact_id <> 'default' OR (active AND study_id = '*' AND role = 'DEFAULT'))
);
COMMENT ON TABLE contact IS 'Who hears of alerts: of one site, of a whole study (site *), or of whatever has nobody else (study *).';
CREATE INDEX contact_by_place ON contact (study_id, site_id);

INSERT INTO contact (contact_id, study_id, site_id, role, name, language, email, active, changed_at)
VALUES ('default', '*', '*', 'DEFAULT', 'Default contact', 'en', NULL, true, now());

CREATE TRIGGER contact_default_stays BEFORE DELETE ON contact
    FOR EACH ROW WHEN (OLD.contact_id = 'default') EXECUTE FUNCTION refuse_change();

CREATE SEQUENCE case_number;

CREATE TABLE alert (
    alert_id        uuid        PRIMARY KEY,
    ae_id           uuid        NOT NULL CONSTRAINT alert_one_per_ae UNIQUE,
    case_number     text        NOT NULL,
    lead_id         uuid        NOT NULL REFERENCES alert,
    patient_key     uuid        NOT NULL,
    submission_key  uuid        NOT NULL,
    study_id        text        NOT NULL,
    site_id         text        NOT NULL,
    patient_id      text        NOT NULL,
    term_system     text        NOT NULL,
    term_code       text        NOT NULL,
    term_display    text,
    detected_at     timestamptz NOT NULL,
    created_at      timestamptz NOT NULL,
    state           text        NOT NULL CONSTRAINT alert_state
        CHECK (state IN ('DETECTED', 'NOTIFIED', 'SEEN', 'ACKNOWLEDGED', 'ASSESSED', 'CLOSED')),
    revision        integer     NOT NULL,
    urgency         text        NOT NULL CONSTRAINT alert_urgency CHECK (urgency IN ('EMERGENCY', 'URGENT', 'ROUTINE')),
    grade           integer,
    grade_at_least  integer,
    evidence        jsonb       NOT NULL,
    withdrawn       boolean     NOT NULL,
    raised          boolean     NOT NULL,
    acknowledged_at timestamptz,
    acknowledged_by text,
    changes         integer     NOT NULL
);
COMMENT ON COLUMN alert.lead_id IS 'The alert that opened the case; itself, unless it joined.';
COMMENT ON COLUMN alert.evidence IS 'Levels, sources and findings of the newest revision.';
COMMENT ON COLUMN alert.raised IS 'Its urgency rose after it was acknowledged, and nobody has acknowledged that yet.';
CREATE UNIQUE INDEX alert_case_number ON alert (case_number) WHERE lead_id = alert_id;
CREATE INDEX alert_by_case ON alert (lead_id);
CREATE INDEX alert_by_symptom ON alert (patient_key, term_code);
CREATE INDEX alert_by_time ON alert (created_at, alert_id);
CREATE INDEX alert_by_place ON alert (study_id, site_id, created_at, alert_id);
CREATE INDEX alert_by_submission ON alert (submission_key);

CREATE TABLE alert_change (
    number   bigint      PRIMARY KEY,
    alert_id uuid        NOT NULL REFERENCES alert,
    sequence integer     NOT NULL,
    at       timestamptz NOT NULL,
    actor    text        NOT NULL,
    action   text        NOT NULL,
    state    text        NOT NULL,
    urgency  text        NOT NULL,
    revision integer     NOT NULL,
    UNIQUE (alert_id, sequence)
);
COMMENT ON TABLE alert_change IS 'The timeline of each alert, and in the order of its numbers what clients of the stream hear.';
COMMENT ON COLUMN alert_change.number IS 'The sequence of its audit entry: given under the lane''s lock, so it becomes visible in its order.';

CREATE TABLE delivery (
    delivery_id uuid        PRIMARY KEY,
    alert_id    uuid        NOT NULL REFERENCES alert,
    channel     text        NOT NULL,
    contact_id  text        NOT NULL,
    occasion    text        NOT NULL,
    recipient   text        NOT NULL,
    language    text        NOT NULL,
    address     text        NOT NULL,
    state       text        NOT NULL CONSTRAINT delivery_state CHECK (state IN ('PENDING', 'DELIVERED', 'FAILED')),
    attempts    integer     NOT NULL,
    created_at  timestamptz NOT NULL,
    at          timestamptz NOT NULL,
    UNIQUE (alert_id, channel, contact_id, occasion)
);
COMMENT ON COLUMN delivery.occasion IS 'What it is told for: a revision, or a step of the escalation. Told once a channel and contact.';

CREATE TABLE delivery_attempt (
    delivery_id uuid        NOT NULL REFERENCES delivery,
    number      integer     NOT NULL,
    at          timestamptz NOT NULL,
    outcome     text        NOT NULL,
    error       text,
    PRIMARY KEY (delivery_id, number)
);
COMMENT ON COLUMN delivery_attempt.error IS 'The class of the error, never its text.';

CREATE TABLE escalation (
    lead_id    uuid        PRIMARY KEY REFERENCES alert,
    urgency    text        NOT NULL,
    started_at timestamptz NOT NULL,
    ladder     integer     NOT NULL,
    steps_done integer     NOT NULL,
    due_at     timestamptz
);
COMMENT ON TABLE escalation IS 'When the next person hears of each case; at no time if somebody has acknowledged it.';
COMMENT ON COLUMN escalation.ladder IS 'Which step of the policy is next, from 0; it begins anew when the case becomes more urgent.';
COMMENT ON COLUMN escalation.steps_done IS 'How many steps there ever were, so that each is an occasion of its own.';
CREATE INDEX escalation_due ON escalation (due_at);

CREATE TABLE unread_event (
    topic         text        NOT NULL,
    partition     integer     NOT NULL,
    record_offset bigint      NOT NULL,
    value_hash    text        NOT NULL,
    record_key    bytea,
    record_value  bytea,
    reason        text        NOT NULL,
    kept_at       timestamptz NOT NULL,
    PRIMARY KEY (topic, partition, record_offset, value_hash)
);
COMMENT ON TABLE unread_event IS 'Records of the topic of suspected adverse events that could not be read, byte for byte.';

-- The table of db-scheduler, as its documentation has it.
CREATE TABLE scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_alive ON scheduled_tasks (last_heartbeat);

GRANT SELECT, INSERT, UPDATE, DELETE ON contact, escalation, scheduled_tasks TO ${appRole};
GRANT SELECT, INSERT ON alert, alert_change, delivery, delivery_attempt, unread_event TO ${appRole};
GRANT UPDATE (state, revision, urgency, grade, grade_at_least, evidence, withdrawn, raised, acknowledged_at, acknowledged_by,
    changes)
    ON alert TO ${appRole};
GRANT UPDATE (state, attempts, at) ON delivery TO ${appRole};
GRANT USAGE ON SEQUENCE case_number TO ${appRole};
GRANT SELECT ON contact, alert, alert_change, delivery, delivery_attempt, escalation, unread_event, scheduled_tasks
    TO ${readerRole};
