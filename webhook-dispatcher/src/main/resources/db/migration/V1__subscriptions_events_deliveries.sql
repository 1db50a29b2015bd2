-- Where partners want their events. Never deleted: deliveries of the past refer to it.
CREATE TABLE subscription (
    id              text PRIMARY KEY,
    version         integer NOT NULL,
    partner_id      text NOT NULL,
    url             text NOT NULL,
    events          text[] NOT NULL,
    description     text,
    signing         text NOT NULL,
    access_token    bytea,
    headers         bytea,
    enabled         boolean NOT NULL,
    disabled_reason text,
    disabled_at     timestamptz,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    deleted_at      timestamptz
);
CREATE INDEX subscription_partner ON subscription (partner_id, id) WHERE deleted_at IS NULL;

-- What signs; encrypted with the keyset, bound to the subscription's id. Several while a rotated one is still accepted.
CREATE TABLE subscription_secret (
    id              text PRIMARY KEY,
    subscription_id text NOT NULL REFERENCES subscription,
    sealed          bytea NOT NULL,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz
);
CREATE INDEX subscription_secret_subscription ON subscription_secret (subscription_id);

-- What the replicas learn about an endpoint from its answers; apart from the subscription, because it changes with the traffic.
CREATE TABLE endpoint_health (
    subscription_id text PRIMARY KEY REFERENCES subscription,
    failing_since   timestamptz,
    last_failed_at  timestamptz,
    warned          smallint NOT NULL DEFAULT 0,
    throttled_until timestamptz
) WITH (fillfactor = 50);

CREATE SEQUENCE event_position;
CREATE SEQUENCE delivery_position;
CREATE SEQUENCE lease_token;

-- Everything partners may receive, as the exact bytes that are sent. (txid, position) is the order of the pull API's cursor:
-- positions alone commit out of order.
CREATE TABLE event (
    id          text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    partner_id  text NOT NULL,
    type        text NOT NULL,
    order_key   text NOT NULL,
    created_at  timestamptz NOT NULL,
    body        bytea NOT NULL,
    traceparent text,
    txid        xid8 NOT NULL DEFAULT pg_current_xact_id(),
    position    bigint NOT NULL DEFAULT nextval('event_position'),
    PRIMARY KEY (id, recorded_at)
) PARTITION BY RANGE (recorded_at);
CREATE INDEX event_cursor ON event (partner_id, txid, position);

-- The work: deliveries whose end is not reached. Small and hot, so one table; due_at is when it may be claimed, which for a
-- leased row is when the lease ends. lease is the fencing token of the last claim.
CREATE TABLE delivery_waiting (
    id                text PRIMARY KEY,
    subscription_id   text NOT NULL,
    partner_id        text NOT NULL,
    event_id          text NOT NULL,
    event_recorded_at timestamptz NOT NULL,
    event_type        text NOT NULL,
    order_key         text NOT NULL,
    position          bigint NOT NULL DEFAULT nextval('delivery_position'),
    created_at        timestamptz NOT NULL,
    attempts          integer NOT NULL DEFAULT 0,
    round_start       integer NOT NULL DEFAULT 0,
    due_at            timestamptz NOT NULL,
    lease             bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
CREATE INDEX delivery_waiting_due ON delivery_waiting (subscription_id, due_at);
CREATE INDEX delivery_waiting_order ON delivery_waiting (subscription_id, order_key, position);

-- The record: deliveries that came to an end, dropped by partition.
CREATE TABLE delivery_finished (
    id                text NOT NULL,
    finished_at       timestamptz NOT NULL DEFAULT now(),
    subscription_id   text NOT NULL,
    partner_id        text NOT NULL,
    event_id          text NOT NULL,
    event_recorded_at timestamptz NOT NULL,
    event_type        text NOT NULL,
    order_key         text NOT NULL,
    created_at        timestamptz NOT NULL,
    attempts          integer NOT NULL,
    status            text NOT NULL
) PARTITION BY RANGE (finished_at);
CREATE INDEX delivery_finished_id ON delivery_finished (id);
CREATE INDEX delivery_finished_subscription ON delivery_finished (subscription_id, id);

CREATE TABLE attempt (
    delivery_id   text NOT NULL,
    number        integer NOT NULL,
    at            timestamptz NOT NULL,
    outcome       text NOT NULL,
    reason        text NOT NULL,
    status_code   integer,
    latency_ms    integer NOT NULL,
    response_head text
) PARTITION BY RANGE (at);
CREATE INDEX attempt_delivery ON attempt (delivery_id, number);

CREATE VIEW delivery AS
SELECT id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key, created_at, attempts,
       'PENDING' AS status, due_at AS next_attempt_at, NULL::timestamptz AS finished_at
  FROM delivery_waiting
UNION ALL
SELECT id, subscription_id, partner_id, event_id, event_recorded_at, event_type, order_key, created_at, attempts,
       status, NULL, finished_at
  FROM delivery_finished;

-- Events that do not fit the catalogue's schema: kept with the reason instead of sent or lost.
CREATE TABLE quarantine (
    event_id    text PRIMARY KEY,
    partner_id  text NOT NULL,
    type        text NOT NULL,
    order_key   text NOT NULL,
    created_at  timestamptz NOT NULL,
    traceparent text,
    body        bytea NOT NULL,
    reason      text NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now()
);

-- Makes the daily partitions from yesterday to some days ahead. Built apart and attached, so that the parent is locked only briefly.
CREATE FUNCTION create_partitions(days_ahead integer) RETURNS integer LANGUAGE plpgsql AS $$
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
                EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', child, parent);
                EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, child,
                    day::text || ' 00:00:00+00', (day + 1)::text || ' 00:00:00+00');
                made := made + 1;
            END IF;
        END LOOP;
    END LOOP;
    RETURN made;
END $$;

-- Drops whole days. Events stay a week longer than the deliveries that may still send them.
CREATE FUNCTION drop_partitions(days_kept integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    child   record;
    dropped integer := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('dispatcher.partitions'));
    FOR child IN
        SELECT c.relname, p.relname AS parent, to_date(right(c.relname, 8), 'YYYYMMDD') AS day
          FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent
         WHERE p.relname IN ('event', 'delivery_finished', 'attempt') AND c.relkind = 'r'
    LOOP
        IF child.day < (now() AT TIME ZONE 'UTC')::date - days_kept - (CASE child.parent WHEN 'event' THEN 7 ELSE 0 END) THEN
            EXECUTE format('DROP TABLE %I', child.relname);
            dropped := dropped + 1;
        END IF;
    END LOOP;
    RETURN dropped;
END $$;

SELECT create_partitions(7);
