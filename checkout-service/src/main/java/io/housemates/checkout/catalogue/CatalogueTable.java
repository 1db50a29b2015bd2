package io.housemates.checkout.catalogue;

import io.housemates.platform.DatabaseFailure;
import io.vertx.pgclient.PgException;

/** Where the rows of a catalogue document go: a statement for each kind of row, and what its refusals mean. */
enum CatalogueTable {

    OPERATOR("operators", "operator", """
            INSERT INTO operator (id, name, cancellation_policy, contact_policy) VALUES ($1, $2, $4, $6)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name,
              cancellation_policy = CASE WHEN $3 THEN excluded.cancellation_policy ELSE operator.cancellation_policy END,
              contact_policy = CASE WHEN $5 THEN excluded.contact_policy ELSE operator.contact_policy END"""),

    PROPERTY("properties", "operator", """
            INSERT INTO property (id, operator_id, name, slug, first_line, second_line, city, region, postcode, country,
                                  tenancy_regime)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, slug = excluded.slug, first_line = excluded.first_line,
              second_line = excluded.second_line, city = excluded.city, region = excluded.region,
              postcode = excluded.postcode, country = excluded.country, tenancy_regime = excluded.tenancy_regime
              WHERE property.operator_id = excluded.operator_id"""),

    ROOM("rooms", "property", """
            INSERT INTO room (id, property_id, name, currency, currency_decimals, images, amenities, universities,
                              university_keys)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, ARRAY(SELECT lower(u) FROM unnest($9::text[]) u))
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, currency = excluded.currency,
              currency_decimals = excluded.currency_decimals, images = excluded.images, amenities = excluded.amenities,
              universities = excluded.universities, university_keys = excluded.university_keys, withdrawn_at = NULL
              WHERE room.property_id = excluded.property_id"""),

    PERIOD("booking_periods", "room", """
            INSERT INTO booking_period (id, room_id, start_date, end_date, price_per_week, holding_deposit, maximum_bookings)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (id) DO UPDATE SET start_date = excluded.start_date, end_date = excluded.end_date,
              price_per_week = excluded.price_per_week, holding_deposit = excluded.holding_deposit,
              maximum_bookings = excluded.maximum_bookings, withdrawn_at = NULL
              WHERE booking_period.room_id = excluded.room_id"""),

    WITHDRAWN_ROOM("rooms", "property", """
            UPDATE room SET withdrawn_at = coalesce(withdrawn_at, $2) WHERE id = $1"""),

    WITHDRAWN_PERIOD("booking_periods", "room", """
            UPDATE booking_period SET withdrawn_at = coalesce(withdrawn_at, $3) WHERE id = $1 AND room_id = $2""");

    private final String kind;
    private final String owner;
    private final String sql;

    /** @param owner what a row belongs to and can never change */
    CatalogueTable(String kind, String owner, String sql) {
        this.kind = kind;
        this.owner = owner;
        this.sql = sql;
    }

    /** The member of the document that holds such rows, and their name in the report. */
    String kind() {
        return kind;
    }

    String sql() {
        return sql;
    }

    /** Why a row was not written though nothing failed. */
    String reasonForNothing() {
        return switch (this) {
            case WITHDRAWN_ROOM -> "There is no such room to withdraw.";
            case WITHDRAWN_PERIOD -> "The room has no such booking period to withdraw.";
            default -> "The id belongs to another " + owner + ".";
        };
    }

    /** Why the database refused a row; throws the failure again when it is not the row's fault. */
    String reason(PgException e) {
        if (!DatabaseFailure.isRefusal(e)) {
            throw e;
        }
        return switch (e.getSqlState()) {
            case "23503" -> "The " + owner + " is unknown.";
            case "23514" -> "booking_period_capacity".equals(e.getConstraint())
                    ? "maximum_bookings is below what is already held and booked."
                    : "The dates or numbers contradict each other.";
            default -> "The row holds text or numbers that cannot be stored.";
        };
    }
}
