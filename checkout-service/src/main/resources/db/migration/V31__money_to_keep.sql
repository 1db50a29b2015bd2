-- What is to be left of a payment, minor units, once it was decided that all or a part of it goes back; null before. A bank may
-- send a refund back that people made at Stripe: then the rest is still to be given. Of bookings cancelled earlier, without a refund
-- of ours, it is not known, and such a refund is for people.
ALTER TABLE payment ADD COLUMN to_keep bigint;
UPDATE payment p SET to_keep = r.kept
  FROM (SELECT session_id, min(kept) AS kept FROM refund WHERE ours GROUP BY session_id) r WHERE r.session_id = p.session_id;
