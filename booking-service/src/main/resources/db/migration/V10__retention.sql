-- Bookings that know who they are about, by the end of their period: the oldest are forgotten first.
CREATE INDEX booking_people ON booking (end_date) WHERE erased_at IS NULL;

-- Bookings of before there were data keys: sealed after the start, see ClearDetails.
CREATE INDEX booking_in_clear ON booking (id) WHERE clear_details IS NOT NULL;
