-- Money on its way back or back already, asked for by us or given in Stripe's own dashboard; several per payment.
CREATE TABLE refund (
    id         text PRIMARY KEY,
    session_id text NOT NULL REFERENCES payment,
    -- null until Stripe has it
    stripe_id  text UNIQUE,
    state      text NOT NULL CHECK (state IN ('PENDING', 'SUCCEEDED', 'FAILED', 'DROPPED')),
    amount     bigint NOT NULL CHECK (amount > 0),
    currency   text NOT NULL,
    reason     text NOT NULL,
    -- ours to make and to try again, or made at Stripe
    ours       boolean NOT NULL,
    -- numbers the idempotency keys: a new key is used only after Stripe was asked for what the old one did
    attempt    int NOT NULL DEFAULT 1,
    -- how often Stripe was asked
    tries      int NOT NULL DEFAULT 0,
    last_error text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX refund_session ON refund (session_id);

-- what Stripe took, which may differ from what was agreed
ALTER TABLE payment
    ADD COLUMN received_amount   bigint,
    ADD COLUMN received_currency text;
UPDATE payment SET received_amount = amount, received_currency = currency
 WHERE state IN ('SUCCEEDED', 'REFUND_PENDING', 'REFUND_FAILED', 'REFUNDED');

INSERT INTO refund (id, session_id, stripe_id, state, amount, currency, reason, ours, attempt, last_error, created_at, updated_at)
SELECT session_id, session_id, refund_id,
       CASE state WHEN 'REFUNDED' THEN 'SUCCEEDED' WHEN 'REFUND_FAILED' THEN 'FAILED' ELSE 'PENDING' END,
       amount, currency, coalesce(refund_reason, 'refunded'), true, refund_attempt, last_error, updated_at, updated_at
  FROM payment WHERE state IN ('REFUND_PENDING', 'REFUND_FAILED', 'REFUNDED');
ALTER TABLE payment DROP COLUMN refund_id, DROP COLUMN refund_attempt, DROP COLUMN refund_reason;
