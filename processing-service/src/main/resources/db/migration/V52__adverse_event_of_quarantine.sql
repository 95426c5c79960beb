-- What is heard in a record that is in quarantine is suspected of a submission that is not there.
ALTER TABLE adverse_event DROP CONSTRAINT adverse_event_submission_key_fkey;
COMMENT ON COLUMN adverse_event.submission_key IS 'Of a submission; where record_state is QUARANTINED, of the one that the record claims to be.';
