-- Event ids come in the order of time, and the hour's clean-up is all that looks at it: blocks instead of rows.
DROP INDEX inbox_received_at;
CREATE INDEX inbox_received_at ON inbox USING brin (received_at) WITH (pages_per_range = 32, autosummarize = on);

-- Every update moves due_at, which is indexed: room left in a page lets none of them stay in it.
ALTER TABLE delivery_waiting RESET (fillfactor);

-- A body of some KiB stays in its row: no second table with its index, no second read to send it.
DO $$
DECLARE
    child regclass;
BEGIN
    FOR child IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent IN ('event'::regclass, 'attempt'::regclass) LOOP
        EXECUTE format('ALTER TABLE %s SET (toast_tuple_target = 8160)', child);
    END LOOP;
END $$;

-- As before, but for toast_tuple_target.
CREATE OR REPLACE FUNCTION create_partitions(days_ahead integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    parent text;
    day    date;
    child  text;
    made   integer := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('dispatcher.partitions'));
    FOREACH parent IN ARRAY ARRAY['event', 'delivery_finished', 'attempt'] LOOP
        FOR day IN SELECT generate_series((now() AT TIME ZONE 'UTC')::date - 1, (now() AT TIME ZONE 'UTC')::date + days_ahead, '1 day')::date LOOP
            child := parent || to_char(day, '_YYYYMMDD');
            IF to_regclass(child) IS NULL THEN
                EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL) WITH (toast_tuple_target = 8160)', child, parent);
                EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, child,
                    day::text || ' 00:00:00+00', (day + 1)::text || ' 00:00:00+00');
                made := made + 1;
            END IF;
        END LOOP;
    END LOOP;
    RETURN made;
END $$;
