package io.housemates.checkout.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.housemates.checkout.model.Buyer.Money;
import io.housemates.checkout.model.Buyer.Unit;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.Stripe;
import io.housemates.checkout.support.TestRoom;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** What the database and Stripe have of one room's checkouts. */
final class Actual {

    private static final String SESSIONS = """
            SELECT s.id, s.state, s.booking_id, s.next_step_at, h.state AS hold, p.state AS payment
              FROM checkout_session s LEFT JOIN hold h ON h.session_id = s.id LEFT JOIN payment p ON p.session_id = s.id
             WHERE s.booking_period_id = $1""";

    /** One session as it is stored. */
    record Session(String id, String state, Unit unit, String bookingId, String payment, Instant nextStep) {

        boolean isDue(Instant now) {
            return nextStep != null && !nextStep.isAfter(now);
        }

        boolean isUnderWay() {
            return nextStep != null;
        }

        boolean hasUnit() {
            return unit == Unit.KEPT || unit == Unit.SOLD;
        }

        private static Session of(Row row) {
            var next = row.getOffsetDateTime("next_step_at");
            return new Session(row.getString("id"), row.getString("state"), unit(row.getString("hold")),
                    row.getString("booking_id"), row.getString("payment"),
                    next == null ? null : next.withOffsetSameInstant(ZoneOffset.UTC).toInstant());
        }

        private static Unit unit(String hold) {
            return switch (String.valueOf(hold)) {
                case "ACTIVE" -> Unit.KEPT;
                case "CONSUMED" -> Unit.SOLD;
                case "RELEASED" -> Unit.GIVEN_BACK;
                default -> Unit.NONE;
            };
        }
    }

    private final Pool pool;
    private final TestRoom room;

    Actual(Pool pool, TestRoom room) {
        this.pool = pool;
        this.room = room;
    }

    /** By id. */
    Map<String, Session> sessions() {
        Map<String, Session> sessions = new LinkedHashMap<>();
        rows(SESSIONS).forEach(row -> sessions.put(row.getString("id"), Session.of(row)));
        return sessions;
    }

    Set<String> due(Instant now) {
        Set<String> due = new HashSet<>();
        sessions().values().stream().filter(session -> session.isDue(now)).forEach(session -> due.add(session.id()));
        return due;
    }

    /** Held and booked. */
    List<Long> counters() {
        Row row = rows("SELECT held, booked FROM booking_period WHERE id = $1").get(0);
        return List.of(row.getLong("held"), row.getLong("booked"));
    }

    static Money moneyOf(Started checkout) {
        return switch (Stripe.intent(checkout.intentId()).path("status").asText()) {
            case "succeeded" -> Money.PAID;
            case "canceled" -> Money.CANCELLED;
            case "requires_action" -> Money.AUTHENTICATING;
            default -> Money.TO_BE_PAID;
        };
    }

    /** Minor units that went back. */
    static int backOf(Started checkout) {
        return refundsOf(checkout).stream().mapToInt(refund -> (Integer) refund.get("amount")).sum();
    }

    static List<Map<String, Object>> refundsOf(Started checkout) {
        return Stripe.refundsOf(checkout.intentId()).stream().filter(refund -> !"failed".equals(refund.get("status"))).toList();
    }

    private List<Row> rows(String sql) {
        List<Row> rows = new ArrayList<>();
        pool.preparedQuery(sql).execute(Tuple.of(room.periodId())).await().indefinitely().forEach(rows::add);
        return rows;
    }
}
