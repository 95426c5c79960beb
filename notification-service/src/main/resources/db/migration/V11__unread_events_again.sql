-- A record that could not be read is read again once someone has mended the cause.

ALTER TABLE unread_event
    ADD COLUMN unread_id   bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT unread_event_id UNIQUE,
    ADD COLUMN replayed_at timestamptz,
    ADD COLUMN replayed_by text;
COMMENT ON COLUMN unread_event.replayed_at IS 'When it was read after all.';

GRANT UPDATE (replayed_at, replayed_by) ON unread_event TO ${appRole};
