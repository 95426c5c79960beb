-- A delivery that a person's answer has made needless, and for how urgent an alert each delivery was made.

ALTER TABLE delivery
    DROP CONSTRAINT delivery_state,
    ADD CONSTRAINT delivery_state CHECK (state IN ('PENDING', 'DELIVERED', 'FAILED', 'NOT_NEEDED')),
    ADD COLUMN reason text,
    ADD COLUMN urgency text;
COMMENT ON COLUMN delivery.reason IS 'Why it is not needed any more.';
COMMENT ON COLUMN delivery.urgency IS 'That of the alert when it was made: who heard of it then, has not heard of anything more urgent.';

UPDATE delivery SET urgency = alert.urgency FROM alert WHERE alert.alert_id = delivery.alert_id;
ALTER TABLE delivery
    ALTER COLUMN urgency SET NOT NULL,
    ADD CONSTRAINT delivery_urgency CHECK (urgency IN ('EMERGENCY', 'URGENT', 'ROUTINE'));

GRANT UPDATE (reason) ON delivery TO ${appRole};
