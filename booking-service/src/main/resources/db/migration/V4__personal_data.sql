-- Everything about people, sealed with the booking's data key; null once it was erased.
ALTER TABLE booking ADD COLUMN key_id text COLLATE "C", ADD COLUMN sealed_details bytea,
    ADD COLUMN erased_at timestamptz;
ALTER TABLE booking ALTER COLUMN details DROP NOT NULL;
ALTER TABLE booking RENAME COLUMN details TO clear_details;

-- From here on a term is a token of the blind index: the words of older bookings are filed anew when their details are sealed.
DELETE FROM booking_search;
CREATE INDEX booking_search_booking ON booking_search (booking_id);
