-- What a student has typed into the hosted pages so far.
CREATE TABLE checkout_draft (
    session_id text PRIMARY KEY REFERENCES checkout_session,
    -- the one chosen on the page, null before
    language   text,
    -- fields and finished steps: personal data, removed when the session is over
    content    text,
    updated_at timestamptz NOT NULL
);
CREATE INDEX checkout_draft_content ON checkout_draft (session_id) WHERE content IS NOT NULL;
