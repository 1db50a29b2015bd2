-- Lists read an index alone, which has everything that they filter and sort by, and then fetch the rows of one page.
-- Bookings are in the order of the day on which they were made, arrivals of a day in that order: a list by the one day with
-- a range of the other goes from day to day and passes over what lies between (skip scan, since PostgreSQL 18).
DROP INDEX booking_partner_created;
DROP INDEX booking_partner_arrival;
DROP INDEX booking_partner_status;
DROP INDEX booking_partner_operator;
DROP INDEX booking_created;
DROP INDEX booking_arrival;
DROP INDEX booking_status;
DROP INDEX booking_operator;
DROP INDEX booking_room;
DROP INDEX booking_period;
CREATE INDEX booking_partner_created ON booking (partner_id, ((created_at AT TIME ZONE 'UTC')::date), start_date)
    INCLUDE (created_at, id, status, operator_id);
CREATE INDEX booking_partner_arrival ON booking (partner_id, start_date, ((created_at AT TIME ZONE 'UTC')::date), created_at, id)
    INCLUDE (status, operator_id);
CREATE INDEX booking_partner_status ON booking (partner_id, status, ((created_at AT TIME ZONE 'UTC')::date), start_date)
    INCLUDE (created_at, id, operator_id);
CREATE INDEX booking_partner_operator ON booking (partner_id, operator_id, ((created_at AT TIME ZONE 'UTC')::date), start_date)
    INCLUDE (created_at, id, status);
CREATE INDEX booking_created ON booking (((created_at AT TIME ZONE 'UTC')::date), start_date)
    INCLUDE (created_at, id, status, operator_id);
CREATE INDEX booking_arrival ON booking (start_date, ((created_at AT TIME ZONE 'UTC')::date), created_at, id)
    INCLUDE (status, operator_id);
CREATE INDEX booking_status ON booking (status, ((created_at AT TIME ZONE 'UTC')::date), start_date)
    INCLUDE (created_at, id, operator_id);
CREATE INDEX booking_operator ON booking (operator_id, ((created_at AT TIME ZONE 'UTC')::date), start_date)
    INCLUDE (created_at, id, status);
CREATE INDEX booking_room ON booking (room_id, ((created_at AT TIME ZONE 'UTC')::date), start_date)
    INCLUDE (created_at, id, partner_id, status, operator_id);
CREATE INDEX booking_period ON booking (period_id, ((created_at AT TIME ZONE 'UTC')::date), start_date)
    INCLUDE (created_at, id, partner_id, status, operator_id, room_id);

-- The same for what is found by a search: all bookings under a term lie together.
CREATE TABLE booking_term AS
SELECT s.term, s.booking_id, b.created_at, b.start_date, b.status, b.operator_id
  FROM booking_search s JOIN booking b ON b.id = s.booking_id;
DROP TABLE booking_search;
ALTER TABLE booking_term RENAME TO booking_search;
ALTER TABLE booking_search
    ALTER COLUMN created_at SET NOT NULL, ALTER COLUMN start_date SET NOT NULL, ALTER COLUMN status SET NOT NULL,
    ALTER COLUMN operator_id SET NOT NULL,
    ADD PRIMARY KEY (term, booking_id) INCLUDE (created_at, start_date, status, operator_id),
    ADD FOREIGN KEY (booking_id) REFERENCES booking;
CREATE INDEX booking_search_booking ON booking_search (booking_id);
