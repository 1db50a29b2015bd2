-- The picture at the top of a partner's hosted checkout. Served under its hash, by anybody who knows it.
CREATE TABLE partner_logo (
    partner_id text PRIMARY KEY REFERENCES partner,
    -- hex, of the bytes
    sha256     text NOT NULL,
    media_type text NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp')),
    bytes      bytea NOT NULL CHECK (length(bytes) <= 204800)
);
CREATE INDEX partner_logo_sha256 ON partner_logo (sha256);
