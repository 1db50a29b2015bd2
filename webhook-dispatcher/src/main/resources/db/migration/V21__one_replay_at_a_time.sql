-- Two at once would take each other's deliveries: all but the oldest of a subscription wait to be resumed.
UPDATE replay r SET state = 'PAUSED', updated_at = now()
 WHERE r.state = 'RUNNING' AND EXISTS (SELECT 1 FROM replay o WHERE o.subscription_id = r.subscription_id AND o.state = 'RUNNING'
                                          AND o.id < r.id);
CREATE UNIQUE INDEX replay_one_running ON replay (subscription_id) WHERE state = 'RUNNING';
