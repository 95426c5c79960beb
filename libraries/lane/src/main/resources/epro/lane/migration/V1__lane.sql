-- A lane is one row that its only writer locks: a chain of audit entries, the events to publish, how far they are published.
CREATE TABLE lane (
    name              text   PRIMARY KEY,
    topic             text,
    topic_id          text,
    partition         integer,
    next_offset       bigint NOT NULL,
    sequence          bigint NOT NULL DEFAULT 0,
    hash              bytea  NOT NULL,
    outbox_end        bigint NOT NULL DEFAULT 0,
    published_through bigint NOT NULL DEFAULT 0,
    CONSTRAINT lane_published_within_outbox CHECK (published_through <= outbox_end)
);

CREATE INDEX lane_unpublished ON lane (name) WHERE published_through < outbox_end;

CREATE TABLE audit_entry (
    lane          text        NOT NULL,
    sequence      bigint      NOT NULL,
    action        text        NOT NULL,
    actor         text        NOT NULL,
    entity        text        NOT NULL,
    content_hash  text,
    device_time   text,
    received_at   timestamptz,
    recorded_at   timestamptz NOT NULL,
    topic_id      text,
    partition     integer,
    record_offset bigint,
    detail        text        NOT NULL,
    canonical     bytea       NOT NULL,
    hash          bytea       NOT NULL,
    PRIMARY KEY (lane, sequence),
    -- A record that was consumed has one receipt.
    CONSTRAINT audit_entry_position UNIQUE (topic_id, partition, record_offset)
);

CREATE INDEX audit_entry_entity ON audit_entry (entity);

CREATE TABLE outbox (
    lane     text    NOT NULL,
    sequence bigint  NOT NULL,
    topic    text    NOT NULL,
    key      bytea,
    value    bytea,
    headers  bytea[] NOT NULL, -- name, value, name, value, … in UTF-8
    PRIMARY KEY (lane, sequence)
);

CREATE TABLE audit_checkpoint (
    service         text        NOT NULL,
    epoch           integer     NOT NULL,
    number          bigint      NOT NULL,
    previous_root   text        NOT NULL,
    root            text        NOT NULL,
    heads           json        NOT NULL,
    signed_at       timestamptz NOT NULL,
    key_fingerprint text        NOT NULL,
    public_key      text        NOT NULL,
    signature       text        NOT NULL,
    PRIMARY KEY (service, epoch, number)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% refuses %: what was recorded stays', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_checkpoint_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, UPDATE ON lane TO ${appRole};
GRANT SELECT, INSERT ON audit_entry, audit_checkpoint TO ${appRole};
GRANT SELECT, INSERT, DELETE ON outbox TO ${appRole};
GRANT SELECT ON lane, audit_entry, audit_checkpoint, outbox TO ${readerRole};
