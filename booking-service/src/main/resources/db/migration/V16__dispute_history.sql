-- What had become of the dispute that a line tells of; lines of before do not know.
ALTER TABLE booking_history
    ADD COLUMN dispute_state text CHECK (dispute_state IN ('NEEDS_RESPONSE', 'UNDER_REVIEW', 'WON', 'LOST'));
