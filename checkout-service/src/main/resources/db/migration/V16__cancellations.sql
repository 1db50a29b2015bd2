-- What comes back of the deposit when a booking is cancelled, see CancellationPolicy; null where the operator has not said.
ALTER TABLE operator ADD COLUMN cancellation_policy jsonb;

-- Minor units of the payment that its refunds are to leave, whoever makes them.
ALTER TABLE refund ADD COLUMN kept bigint NOT NULL DEFAULT 0 CHECK (kept >= 0);
