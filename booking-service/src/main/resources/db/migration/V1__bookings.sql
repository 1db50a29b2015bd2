-- A booking: ids are checkout's, room and period are snapshots of what was sold, everything about people is in details.
CREATE TABLE booking (
    id                      text COLLATE "C" PRIMARY KEY,
    session_id              text COLLATE "C" NOT NULL UNIQUE,
    partner_id              text COLLATE "C" NOT NULL,
    status                  text NOT NULL CHECK (status IN ('CONFIRMED', 'CANCELLED')),
    created_at              timestamptz NOT NULL,
    paying_in_instalments   boolean NOT NULL,
    has_uk_based_guarantor  boolean NOT NULL,
    using_housing_hand      boolean NOT NULL,
    supporting_contact_kind text,
    period_id               text COLLATE "C" NOT NULL,
    start_date              date NOT NULL,
    end_date                date NOT NULL,
    holding_deposit         bigint NOT NULL CHECK (holding_deposit >= 0),
    price_per_week          bigint NOT NULL CHECK (price_per_week >= 0),
    currency                text NOT NULL,
    room_id                 text COLLATE "C" NOT NULL,
    room_name               text NOT NULL,
    property_id             text COLLATE "C" NOT NULL,
    property_name           text NOT NULL,
    property_country        text,
    operator_id             uuid NOT NULL,
    details                 text NOT NULL,
    cancelled_at            timestamptz,
    cancellation_reason     text,
    CHECK ((status = 'CANCELLED') = (cancelled_at IS NOT NULL AND cancellation_reason IS NOT NULL))
);
-- A partner's bookings, newest first.
CREATE INDEX booking_partner ON booking (partner_id, id);
