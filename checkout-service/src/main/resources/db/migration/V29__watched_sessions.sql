-- Something came while a step may be under way that has not seen it: the session stays due until it is claimed again.
ALTER TABLE checkout_session ADD COLUMN news boolean NOT NULL DEFAULT false;

-- Since when Stripe's search finds no intent for a session whose Start was not answered.
ALTER TABLE payment ADD COLUMN missing_since timestamptz;

-- Only refunds of ours wait for a bank that refused them.
UPDATE refund SET try_after = NULL WHERE NOT ours OR state <> 'FAILED';

-- Bookings are looked at daily while their money may go back; those that are there already begin within a day.
UPDATE checkout_session SET next_step_at = now() + random() * interval '1 day'
 WHERE state = 'COMPLETED' AND amount > 0 AND next_step_at IS NULL AND created_at > now() - interval '120 days';
