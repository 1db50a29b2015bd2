-- Payments that people should look at because of their last error: a refund that failed, or Stripe refuses to tell of them.
CREATE INDEX payment_untold ON payment (session_id) WHERE last_error IS NOT NULL AND state <> 'FAILED';
