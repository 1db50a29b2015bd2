-- Under which key, and in which way, a booking is filed for the search: others are filed anew after the start, see Filing.
ALTER TABLE booking ADD COLUMN filed_under text COLLATE "C";
CREATE INDEX booking_filed ON booking (filed_under) WHERE sealed_details IS NOT NULL;
