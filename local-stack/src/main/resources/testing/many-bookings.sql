-- foreign keys are not checked row by row
SET session_replication_role = replica;

CREATE OR REPLACE FUNCTION pg_temp.digit(number bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
    'SELECT substr(''0123456789ABCDEFGHJKMNPQRSTVWXYZ'', 1 + (number & 31)::int, 1)';

CREATE OR REPLACE FUNCTION pg_temp.ulid(ms bigint, seed text) RETURNS text LANGUAGE sql IMMUTABLE AS
    'SELECT pg_temp.digit(ms >> 45) || pg_temp.digit(ms >> 40) || pg_temp.digit(ms >> 35) || pg_temp.digit(ms >> 30)
         || pg_temp.digit(ms >> 25) || pg_temp.digit(ms >> 20) || pg_temp.digit(ms >> 15) || pg_temp.digit(ms >> 10)
         || pg_temp.digit(ms >> 5) || pg_temp.digit(ms) || substr(upper(md5(seed)), 1, 16)';

CREATE UNLOGGED TABLE made_booking AS
SELECT :values
  FROM booking AS sample, generate_series(1, :count) AS n,
       LATERAL (SELECT date_trunc('milliseconds',
                                  now() - interval '1 hour' - (:count - n) * (interval '1095 days' / :count)) AS at,
                       ('x' || substr(md5('chance ' || n), 1, 7))::bit(28)::int AS chance) AS made,
       LATERAL (SELECT (extract(epoch FROM at) * 1000)::bigint AS ms, (at + (30 + chance % 270) * interval '1 day')::date AS arrival,
                       chance % 20 = 7 AS gone) AS more
 WHERE sample.id = :sample;

INSERT INTO booking SELECT * FROM made_booking;

INSERT INTO booking_search (term, booking_id, created_at, start_date, status, operator_id)
SELECT md5(id || k), id, created_at, start_date, status, operator_id FROM made_booking, generate_series(1, 2) AS k;

INSERT INTO booking_search (term, booking_id, created_at, start_date, status, operator_id)
SELECT s.term, m.id, m.created_at, m.start_date, m.status, m.operator_id FROM made_booking AS m, booking_search AS s
 WHERE s.booking_id = :sample AND m.id LIKE '%7' AND m.period_id LIKE '%_7';

INSERT INTO booking_history (booking_id, at, what, actor) SELECT id, created_at, 'CONFIRMED', 'CHECKOUT' FROM made_booking;

SET session_replication_role = DEFAULT;

VACUUM ANALYZE booking;
VACUUM ANALYZE booking_search;
VACUUM ANALYZE booking_history;
