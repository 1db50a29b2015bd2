CREATE TABLE partner (
    id            text PRIMARY KEY,
    name          text NOT NULL,
    -- host name of the hosted checkout, null for the default one
    checkout_host text UNIQUE,
    branding      jsonb NOT NULL DEFAULT '{}',
    -- grows with every change of the partner or of its tokens; copies ignore what is not newer
    version       bigint NOT NULL,
    created_at    timestamptz NOT NULL
);

CREATE TABLE access_token (
    id         text PRIMARY KEY,
    partner_id text NOT NULL REFERENCES partner,
    name       text NOT NULL,
    sha256     text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    revoked_at timestamptz
);
CREATE INDEX access_token_partner ON access_token (partner_id);

CREATE TABLE operator (
    id             uuid PRIMARY KEY,
    name           text NOT NULL,
    -- rules that replace the default contact policy, null for the default
    contact_policy jsonb
);

CREATE TABLE property (
    id             text PRIMARY KEY,
    operator_id    uuid NOT NULL REFERENCES operator,
    name           text NOT NULL,
    slug           text NOT NULL,
    first_line     text NOT NULL,
    second_line    text,
    city           text NOT NULL,
    region         text,
    postcode       text NOT NULL,
    country        text NOT NULL,
    tenancy_regime text
);
CREATE INDEX property_operator ON property (operator_id);
CREATE INDEX property_city ON property (lower(city));

CREATE TABLE room (
    id           text PRIMARY KEY,
    property_id  text NOT NULL REFERENCES property,
    name         text NOT NULL,
    currency     text NOT NULL,
    images       jsonb NOT NULL DEFAULT '[]',
    amenities    jsonb NOT NULL DEFAULT '{}',
    universities jsonb NOT NULL DEFAULT '[]',
    withdrawn_at timestamptz
);
CREATE INDEX room_property ON room (property_id);

-- A date range in which a room is sold; money in minor units of the room's currency.
CREATE TABLE booking_period (
    id               text PRIMARY KEY,
    room_id          text NOT NULL REFERENCES room,
    start_date       date NOT NULL,
    end_date         date NOT NULL,
    price_per_week   bigint NOT NULL CHECK (price_per_week >= 0),
    holding_deposit  bigint NOT NULL CHECK (holding_deposit >= 0),
    maximum_bookings int NOT NULL CHECK (maximum_bookings >= 0),
    -- units kept for checkouts under way, and units sold; each equals the rows of hold it counts
    held             int NOT NULL DEFAULT 0 CHECK (held >= 0),
    booked           int NOT NULL DEFAULT 0 CHECK (booked >= 0),
    withdrawn_at     timestamptz,
    CHECK (start_date < end_date),
    CONSTRAINT booking_period_capacity CHECK (held + booked <= maximum_bookings)
) WITH (fillfactor = 70);
CREATE INDEX booking_period_room ON booking_period (room_id, start_date);
