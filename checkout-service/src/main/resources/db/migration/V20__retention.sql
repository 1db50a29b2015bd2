-- Since when only the money of a session that became no booking is kept; null for all others.
ALTER TABLE checkout_session ADD COLUMN archived_at timestamptz;

-- Sessions that became no booking, by when their time was up: the oldest go first.
CREATE INDEX checkout_session_abandoned ON checkout_session (expires_at)
    WHERE state IN ('EXPIRED', 'CANCELLED') AND archived_at IS NULL;
-- What Stripe told of a session.
CREATE INDEX stripe_event_key ON stripe_event (key_id) WHERE key_id IS NOT NULL;

-- Details of before they were sealed; the bookings have theirs.
UPDATE checkout_session SET details = NULL
 WHERE state IN ('COMPLETED', 'EXPIRED', 'CANCELLED') AND details::jsonb ? 'resident';
