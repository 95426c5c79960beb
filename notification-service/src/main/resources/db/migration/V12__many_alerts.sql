-- What people and jobs ask for stays cheap however many alerts there have ever been.

ALTER TABLE alert
    ADD COLUMN awaits_answer boolean  NOT NULL GENERATED ALWAYS AS (state IN ('DETECTED', 'NOTIFIED', 'SEEN') OR raised) STORED,
    ADD COLUMN urgency_rank  smallint NOT NULL
        GENERATED ALWAYS AS (CASE urgency WHEN 'EMERGENCY' THEN 0 WHEN 'URGENT' THEN 1 ELSE 2 END) STORED;
COMMENT ON COLUMN alert.awaits_answer IS 'Whether a person still has to acknowledge it.';
COMMENT ON COLUMN alert.urgency_rank IS 'The most urgent first.';

-- What a new report of the same symptom joins.
DROP INDEX alert_by_symptom;
CREATE INDEX alert_pressing_by_symptom ON alert (patient_key, term_code) WHERE awaits_answer AND NOT withdrawn;
CREATE INDEX alert_open_by_case ON alert (lead_id, urgency_rank, created_at) WHERE awaits_answer;

-- The desk: what is open in its order, at one site or at all; what was answered, the latest on top.
CREATE INDEX alert_open ON alert (withdrawn, urgency_rank, created_at, alert_id) WHERE awaits_answer;
CREATE INDEX alert_open_by_place ON alert (study_id, site_id, withdrawn, urgency_rank, created_at, alert_id) WHERE awaits_answer;
CREATE INDEX alert_answered ON alert (acknowledged_at DESC, alert_id) WHERE NOT awaits_answer;
CREATE INDEX alert_answered_by_place ON alert (study_id, site_id, acknowledged_at DESC, alert_id) WHERE NOT awaits_answer;

-- Lists of one state at all sites.
CREATE INDEX alert_by_state ON alert (state, created_at, alert_id);

-- What the watchdog looks at: never more than what is open.
CREATE INDEX alert_watched ON alert (created_at) WHERE awaits_answer AND NOT withdrawn AND (urgency_rank < 2 OR state = 'DETECTED');

-- As db-scheduler's documentation has it for tasks with priorities.
CREATE INDEX scheduled_tasks_priority ON scheduled_tasks (priority DESC, execution_time);
