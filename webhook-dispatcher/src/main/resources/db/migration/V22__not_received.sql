-- What was not received is what partners look for and send again; among all the deliveries of a month it is few.
CREATE INDEX delivery_finished_not_received ON delivery_finished (subscription_id, id) WHERE status <> 'DELIVERED';
