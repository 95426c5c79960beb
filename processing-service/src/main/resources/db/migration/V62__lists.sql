-- For each way in which people narrow a list, an index in the order of the list: where few rows fit, no walk along all of them.
-- The site comes last in it, where it is compared without a look at the table.

CREATE INDEX submission_of_study ON submission (study_id, stored_at, submission_key, site_id);
CREATE INDEX submission_of_form ON submission (form_id, stored_at, submission_key);
CREATE INDEX submission_rejected ON submission (stored_at, submission_key) WHERE state = 'REJECTED';
CREATE INDEX adverse_event_of_study ON adverse_event (study_id, detected_at, ae_id, site_id);
CREATE INDEX adverse_event_urgent ON adverse_event (urgency, detected_at, ae_id);
