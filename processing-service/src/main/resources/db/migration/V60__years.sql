-- Records and audit entries stand in one partition a year (UTC); identities are never partitioned. Why, and what keeps each of
-- them unique over the years: ADR 13.

CREATE PROCEDURE make_year(parent text, by_time text, year integer)
    LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    part  text        := parent || '_' || year;
    rest  text        := parent || '_default';
    since timestamptz := make_timestamptz(year, 1, 1, 0, 0, 0, 'UTC');
    until timestamptz := make_timestamptz(year + 1, 1, 1, 0, 0, 0, 'UTC');
    moved bigint;
BEGIN
    -- Made apart and attached, so that nobody who reads or writes other years waits.
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', part, parent);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', part || '_stays', part);
    EXECUTE format('LOCK TABLE %I', rest);
    EXECUTE format('INSERT INTO %I SELECT * FROM %I WHERE %I >= %L AND %3$I < %5$L', part, rest, by_time, since, until);
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved > 0 THEN
        EXECUTE format('ALTER TABLE %I DISABLE TRIGGER %I', rest, rest || '_stays');
        EXECUTE format('DELETE FROM %I WHERE %I >= %L AND %2$I < %4$L', rest, by_time, since, until);
        EXECUTE format('ALTER TABLE %I ENABLE TRIGGER %I', rest, rest || '_stays');
        RAISE WARNING '% rows had no year to go to and moved from % to %', moved, rest, part;
    END IF;
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, part, since, until);
END
$$;

CREATE PROCEDURE make_years(parent text, by_time text, since timestamptz, until timestamptz)
    LANGUAGE plpgsql SET search_path FROM CURRENT SET lock_timeout = '2s' AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('epro.years/' || parent));
    FOR year IN extract(year FROM since AT TIME ZONE 'UTC')::integer .. extract(year FROM until AT TIME ZONE 'UTC')::integer LOOP
        IF to_regclass(parent || '_' || year) IS NULL THEN
            CALL make_year(parent, by_time, year);
        END IF;
    END LOOP;
EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
    RAISE WARNING 'No years are made for %, it is in use: the next start tries again', parent;
END
$$;
COMMENT ON PROCEDURE make_years IS 'Makes the years that are missing, all or none; never fails because somebody reads.';
REVOKE ALL ON PROCEDURE make_year, make_years FROM PUBLIC;

ALTER TABLE crf_record RENAME TO crf_record_before;
ALTER TABLE audit_entry RENAME TO audit_entry_before;
CREATE TABLE crf_record (LIKE crf_record_before) PARTITION BY RANGE (stored_at);
CREATE TABLE audit_entry (LIKE audit_entry_before) PARTITION BY RANGE (recorded_at);
COMMENT ON TABLE crf_record IS 'The form data of accepted submissions: answers as received, and beside them the cleaned ones.';

CREATE TABLE crf_record_default PARTITION OF crf_record DEFAULT;
CREATE TABLE audit_entry_default PARTITION OF audit_entry DEFAULT;

-- Times before there were such systems are a mistaken clock's: they stay in the default partition.
DO $$
DECLARE
    first_record timestamptz := (SELECT coalesce(min(stored_at), now()) FROM crf_record_before WHERE stored_at >= '2020-01-01T00:00:00Z');
    first_entry  timestamptz := (SELECT coalesce(min(recorded_at), now()) FROM audit_entry_before WHERE recorded_at >= '2020-01-01T00:00:00Z');
BEGIN
    CALL make_years('crf_record', 'stored_at', first_record, now() + interval '2 years');
    CALL make_years('audit_entry', 'recorded_at', first_entry, now() + interval '2 years');
END
$$;
INSERT INTO crf_record SELECT * FROM crf_record_before;
INSERT INTO audit_entry SELECT * FROM audit_entry_before;
DROP TABLE crf_record_before, audit_entry_before;

-- A submission names the time of its present record, so it has one record, whatever the year.
DROP INDEX submission_by_time;
ALTER TABLE submission ADD CONSTRAINT submission_by_time UNIQUE (stored_at, submission_key);
ALTER TABLE crf_record
    ADD PRIMARY KEY (submission_key, stored_at),
    ADD CONSTRAINT crf_record_position UNIQUE (topic_id, partition, record_offset, stored_at),
    ADD CONSTRAINT crf_record_of_submission FOREIGN KEY (submission_key, stored_at) REFERENCES submission (submission_key, stored_at);
ALTER TABLE audit_entry
    ADD PRIMARY KEY (lane, sequence, recorded_at),
    ADD CONSTRAINT audit_entry_position UNIQUE (topic_id, partition, record_offset, recorded_at);
CREATE INDEX audit_entry_entity ON audit_entry (entity);

-- What is written goes on where its lane stands, at offsets that the lane has not reached; the lane is locked until that is
-- committed. So no sequence and no offset comes twice, whoever writes.
CREATE FUNCTION audit_entry_continues() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    written record;
    stands  lane%ROWTYPE;
BEGIN
    FOR written IN
        SELECT lane, min(sequence) AS first, max(sequence) AS last, count(*) AS entries, count(DISTINCT sequence) AS sequences,
            min(record_offset) AS first_offset, count(record_offset) AS places, count(DISTINCT record_offset) AS offsets,
            ARRAY[min(topic_id), max(topic_id)] AS topic_ids, ARRAY[min(partition), max(partition)] AS partitions
        FROM added GROUP BY lane ORDER BY lane
    LOOP
        SELECT * INTO stands FROM lane WHERE name = written.lane FOR UPDATE;
        IF NOT FOUND
            OR written.first <> stands.sequence + 1
            OR written.last <> stands.sequence + written.entries
            OR written.sequences <> written.entries
            OR written.first_offset < stands.next_offset
            OR written.offsets <> written.places
            OR written.places > 0 AND (written.topic_ids <> ARRAY[stands.topic_id, stands.topic_id]
                OR written.partitions <> ARRAY[stands.partition, stands.partition])
        THEN
            RAISE EXCEPTION 'audit_entry refuses what does not continue lane %', written.lane
                USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'audit_entry_continues';
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;
CREATE TRIGGER audit_entry_continues AFTER INSERT ON audit_entry REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_continues();

CREATE TRIGGER crf_record_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON crf_record
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER crf_record_default_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON crf_record_default
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_default_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry_default
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE VIEW table_year AS
SELECT parent.relname::text AS table_name, kept.in_default,
    (SELECT max(substring(pg_get_expr(part.relpartbound, part.oid) FROM 'TO \(''([^'']+)''\)')::timestamptz)
     FROM pg_inherits JOIN pg_class part ON part.oid = inhrelid WHERE inhparent = parent.oid) AS ends_at
FROM (VALUES ('crf_record'::regclass, EXISTS (SELECT FROM crf_record_default)),
    ('audit_entry'::regclass, EXISTS (SELECT FROM audit_entry_default))) AS kept (oid, in_default)
JOIN pg_class parent ON parent.oid = kept.oid;
COMMENT ON VIEW table_year IS 'How far the years reach that are made, and whether rows have come for which none is.';

-- Through their parents only: nobody but the owner has a right on a year itself, and so past the parents' triggers.
GRANT SELECT, INSERT ON crf_record, audit_entry TO ${appRole};
GRANT SELECT ON table_year TO ${appRole};
GRANT SELECT ON crf_record, audit_entry, table_year TO ${readerRole};
