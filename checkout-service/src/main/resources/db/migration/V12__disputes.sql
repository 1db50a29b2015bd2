-- A buyer's bank takes the money back until somebody is found right; Stripe's own id, because only banks open them.
CREATE TABLE dispute (
    id         text PRIMARY KEY,
    session_id text NOT NULL REFERENCES payment,
    state      text NOT NULL CHECK (state IN ('NEEDS_RESPONSE', 'UNDER_REVIEW', 'WON', 'LOST')),
    amount     bigint NOT NULL CHECK (amount >= 0),
    currency   text NOT NULL,
    reason     text NOT NULL,
    -- a bank that only asks has taken nothing yet, so that a refund is still possible
    refundable boolean NOT NULL,
    -- until when Stripe takes our answer, null where it waits for none
    respond_by timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX dispute_session ON dispute (session_id);
CREATE INDEX dispute_to_answer ON dispute (session_id) WHERE state = 'NEEDS_RESPONSE';
ALTER TABLE payment DROP COLUMN dispute_status;
