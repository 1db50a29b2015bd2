-- A month of arrivals, newest booking first: an index that has both days tells which rows these are without fetching any.
DROP INDEX booking_partner_created;
DROP INDEX booking_partner_arrival;
DROP INDEX booking_created;
DROP INDEX booking_arrival;
CREATE INDEX booking_partner_created ON booking (partner_id, created_at, id) INCLUDE (start_date);
CREATE INDEX booking_partner_arrival ON booking (partner_id, start_date, id) INCLUDE (created_at);
CREATE INDEX booking_created ON booking (created_at, id) INCLUDE (start_date);
CREATE INDEX booking_arrival ON booking (start_date, id) INCLUDE (created_at);

-- All partners' cancelled bookings.
CREATE INDEX booking_status ON booking (status, created_at, id);
