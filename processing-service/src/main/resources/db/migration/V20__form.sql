-- Forms as they were published, and what was asked to be read again because its form came late.

CREATE TABLE form (
    sequence     bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    id           text        NOT NULL,
    version      text        NOT NULL,
    source       json        NOT NULL,
    content_hash text        NOT NULL,
    published_at timestamptz NOT NULL,
    published_by text        NOT NULL,
    PRIMARY KEY (id, version)
);
COMMENT ON TABLE form IS 'Published questionnaires in canonical JSON; never changed after.';
COMMENT ON COLUMN form.sequence IS 'The order of publication: taken under the lock of the lane operations, so a greater one is never visible before a smaller.';

CREATE TRIGGER form_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON form
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE replay (
    submission_key uuid        NOT NULL REFERENCES submission,
    form_id        text        NOT NULL,
    form_version   text        NOT NULL,
    topic          text        NOT NULL,
    topic_id       text        NOT NULL,
    partition      integer     NOT NULL,
    record_offset  bigint      NOT NULL,
    requested_at   timestamptz NOT NULL,
    tried_at       timestamptz,
    sent_at        timestamptz,
    lost_at        timestamptz,
    PRIMARY KEY (submission_key, form_id, form_version),
    FOREIGN KEY (form_id, form_version) REFERENCES form (id, version)
);
COMMENT ON TABLE replay IS 'Rejections for want of a form, to be sent once more through the topic, once for each version published.';
COMMENT ON COLUMN replay.tried_at IS 'Who tries has a minute to say what came of it; after that another may try.';
COMMENT ON COLUMN replay.lost_at IS 'When the original record was found to be no longer on the topic.';
CREATE INDEX replay_waiting ON replay (topic_id, partition, record_offset) WHERE sent_at IS NULL AND lost_at IS NULL;

GRANT SELECT, INSERT ON form, replay TO ${appRole};
GRANT UPDATE (tried_at, sent_at, lost_at) ON replay TO ${appRole};
GRANT SELECT ON form, replay TO ${readerRole};
