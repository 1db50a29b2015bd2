-- Events that nobody let leave, oldest first.
CREATE INDEX quarantine_recorded ON quarantine (recorded_at);
