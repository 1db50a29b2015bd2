-- What of a payment is not as agreed, null where all is: nothing is booked for it, it goes back at once, and people are told
-- until one of them has seen it.
ALTER TABLE payment
    ADD COLUMN disagreement      text,
    ADD COLUMN disagreement_seen boolean NOT NULL DEFAULT false;
CREATE INDEX payment_disagreement ON payment (session_id) WHERE disagreement IS NOT NULL AND NOT disagreement_seen;
