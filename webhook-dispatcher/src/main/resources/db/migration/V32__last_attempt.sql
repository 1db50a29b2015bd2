-- The attempt that ended a delivery is kept with its end: one row and one entry of an index fewer for what is received at once,
-- which is nearly everything. What ended before, or without an attempt, has none here.
ALTER TABLE delivery_finished
    ADD COLUMN tried_at      timestamptz,
    ADD COLUMN outcome       text,
    ADD COLUMN reason        text,
    ADD COLUMN status_code   integer,
    ADD COLUMN latency_ms    integer,
    ADD COLUMN response_head text,
    ADD COLUMN key_id        text,
    ADD COLUMN sealed_head   bytea;

CREATE VIEW delivery_attempt AS
SELECT delivery_id, number, at, outcome, reason, status_code, latency_ms, response_head, key_id, sealed_head
  FROM attempt
UNION ALL
SELECT id, attempts, tried_at, outcome, reason, status_code, latency_ms, response_head, key_id, sealed_head
  FROM delivery_finished
 WHERE outcome IS NOT NULL;
