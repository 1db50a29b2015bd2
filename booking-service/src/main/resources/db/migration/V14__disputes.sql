-- What a bank's claim on the payment has come to, null as long as there is none.
ALTER TABLE booking
    ADD COLUMN dispute_state text CHECK (dispute_state IN ('NEEDS_RESPONSE', 'UNDER_REVIEW', 'WON', 'LOST')),
    ADD COLUMN dispute_changed_at timestamptz;
