-- Keys over personal data, wrapped with PERSONAL_DATA_KEYSET: made here (own), or copied from topic personal-keys. An erased one
-- leaves its id, so that it can never come back.
CREATE TABLE data_key (
    id         text COLLATE "C" PRIMARY KEY,
    wrapped    bytea,
    own        boolean NOT NULL,
    created_at timestamptz NOT NULL,
    erased_at  timestamptz,
    CHECK ((wrapped IS NULL) = (erased_at IS NOT NULL))
);

-- An event without value: what was told of its key is no longer true.
ALTER TABLE outbox ALTER COLUMN payload DROP NOT NULL;
