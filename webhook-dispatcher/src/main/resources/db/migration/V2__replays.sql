-- Sending many events again, as a job that survives its instance: done and the cursor commit with each chunk of deliveries.
CREATE TABLE replay (
    id              text PRIMARY KEY,
    subscription_id text NOT NULL REFERENCES subscription,
    partner_id      text NOT NULL,
    scope           text NOT NULL,
    since           timestamptz NOT NULL,
    until           timestamptz NOT NULL,
    state           text NOT NULL,
    total           bigint NOT NULL,
    done            bigint NOT NULL DEFAULT 0,
    cursor_id       text NOT NULL DEFAULT '',
    cursor_txid     bigint NOT NULL DEFAULT 0,
    cursor_position bigint NOT NULL DEFAULT 0,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL
);
CREATE INDEX replay_running ON replay (updated_at) WHERE state = 'RUNNING';
CREATE INDEX replay_subscription ON replay (subscription_id, id);
