-- Secrets of deleted subscriptions are forgotten with them from now on, and expired ones soon after.
UPDATE subscription SET access_token = NULL, headers = NULL
 WHERE deleted_at IS NOT NULL AND (access_token IS NOT NULL OR headers IS NOT NULL);
DELETE FROM subscription_secret k USING subscription s WHERE s.id = k.subscription_id AND s.deleted_at IS NOT NULL;

-- For the hour's clean-up.
CREATE INDEX subscription_secret_expires ON subscription_secret (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX subscription_deleted ON subscription (deleted_at) WHERE deleted_at IS NOT NULL;
