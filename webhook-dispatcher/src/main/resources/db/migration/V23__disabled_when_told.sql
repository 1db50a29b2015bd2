-- When an endpoint that goes on failing is disabled, as the last warning told.
ALTER TABLE endpoint_health ADD COLUMN disable_at timestamptz;
