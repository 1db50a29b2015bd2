-- One booking's deliveries to one endpoint, as one expression: where the conditions are apart, a plan from a time when the table was
-- small looks through all that waits for the endpoint, by delivery_waiting_due.
DROP INDEX delivery_waiting_order;
CREATE INDEX delivery_waiting_order ON delivery_waiting ((subscription_id || ' ' || order_key), position);
