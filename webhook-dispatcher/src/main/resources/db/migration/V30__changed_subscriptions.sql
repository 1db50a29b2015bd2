-- Every replica asks every other second which subscriptions changed lately.
CREATE INDEX subscription_updated ON subscription (updated_at);
