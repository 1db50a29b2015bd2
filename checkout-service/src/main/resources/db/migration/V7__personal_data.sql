-- What Stripe told us may name the payer, so it is sealed with the key of its session; without a session only id and type stay.
ALTER TABLE stripe_event ADD COLUMN key_id text, ADD COLUMN sealed bytea, DROP COLUMN payload;
CREATE INDEX stripe_event_received ON stripe_event (received_at);

-- What students typed is sealed from here on, like the details it becomes; an older draft is typed again.
UPDATE checkout_draft SET content = NULL;
