-- The booking first: it alone is few rows, whatever the planner believes of how many wait for a subscription.
DROP INDEX delivery_waiting_order;
CREATE INDEX delivery_waiting_order ON delivery_waiting (order_key, subscription_id, position);
