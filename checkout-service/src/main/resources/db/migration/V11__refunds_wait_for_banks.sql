-- When a refund that a bank refused is tried again, null where it need not wait: banks do not change their mind at once.
ALTER TABLE refund ADD COLUMN try_after timestamptz;
