-- A body holds nulls where personal data was; what belongs there is sealed beside it.
ALTER TABLE event ADD COLUMN key_id text, ADD COLUMN sealed bytea;
ALTER TABLE quarantine ADD COLUMN key_id text, ADD COLUMN sealed bytea;

-- The answer to a body with personal data, which a receiver may repeat, is sealed with the same key.
ALTER TABLE attempt ADD COLUMN key_id text, ADD COLUMN sealed_head bytea;
