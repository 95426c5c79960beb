-- An acknowledgement that nothing follows does not end a case.

ALTER TABLE escalation ADD COLUMN follow_up_at timestamptz;
COMMENT ON COLUMN escalation.follow_up_at IS 'When people are called again, unless the acknowledged case is assessed or closed by then.';
COMMENT ON COLUMN alert.raised IS 'After it was acknowledged its urgency rose, or nothing followed: nobody has acknowledged that yet.';
CREATE INDEX escalation_follow_up ON escalation (follow_up_at) WHERE follow_up_at IS NOT NULL;

UPDATE escalation SET follow_up_at = now() + CASE urgency WHEN 'EMERGENCY' THEN interval '24 hours' ELSE interval '72 hours' END
    WHERE due_at IS NULL;
