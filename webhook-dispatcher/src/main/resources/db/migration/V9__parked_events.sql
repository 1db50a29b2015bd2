-- Events whose data key has not come, and those that stand behind them in the order of their booking; the record is sealed.
CREATE TABLE parked_event (
    position      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source_id     text NOT NULL UNIQUE,
    order_key     text NOT NULL,
    key_id        text,
    topic         text NOT NULL,
    partition     integer NOT NULL,
    record_offset bigint NOT NULL,
    record_key    text,
    header_names  text[] NOT NULL,
    header_values bytea[] NOT NULL,
    sealed        bytea NOT NULL,
    parked_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX parked_event_order ON parked_event (order_key, position);
