-- Previews of partners' hosted pages. Whoever knows the id sees one until it expires; it shows sample data only.
CREATE TABLE branding_preview (
    id         text PRIMARY KEY,
    partner_id text NOT NULL REFERENCES partner,
    -- a draft as partner.branding has it; null shows what is saved
    settings   jsonb,
    expires_at timestamptz NOT NULL
);
CREATE INDEX branding_preview_partner ON branding_preview (partner_id, expires_at);
CREATE INDEX branding_preview_expired ON branding_preview (expires_at);
