package io.housemates.acceptance.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Api;
import io.housemates.acceptance.support.Checkout;
import io.housemates.acceptance.support.Database;
import io.housemates.acceptance.support.Ids;
import io.housemates.acceptance.support.Json;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Patience;
import io.housemates.acceptance.support.Received;
import io.housemates.acceptance.support.Receiver;
import io.housemates.acceptance.support.Room;
import io.housemates.acceptance.support.Services;
import io.housemates.acceptance.support.Subscription;

/**
 * Two people go through everything that could leave a trace of them and are erased; then every byte that the system has on
 * disk is searched for them. What the Stripe simulator keeps is searched, too: nobody tells Stripe about them.
 */
@AcceptanceTest
class ErasureIT {

    private static final Receiver receiver = Receiver.up();
    private static final Somebody booked = Somebody.unmistakable();
    private static final Somebody undecided = Somebody.unmistakable();
    private static final String poison = "poison" + Ids.ulid();

    private static Partner partner;
    private static Subscription subscription;
    private static Checkout checkout;
    private static String bookingId;
    private static String sessionId;
    private static String abandonedId;

    @BeforeAll
    static void leaveTracesAndErase() {
        partner = Partner.create();
        subscription = partner.subscribe(receiver);
        receiver.repeatWhatItReceives();
        checkout = Checkout.start(partner, Room.create());
        sessionId = sessionOf(checkout);
        book();
        leaveWithoutBooking();
        Dispatched.quarantine(bookingId);
        Dispatched.bury(poison);
        erase();
        doWhatMayFollow();
        Stores.flush();
    }

    @AfterAll
    static void closeReceiver() {
        receiver.close();
    }

    /** Else finding nothing would mean nothing. */
    @Test
    void findsWhatStandsThereInClear() {
        var ids = new Search(List.of(bookingId));
        assertThat(ids.under(Stores.directory())).extracting(found -> found.replaceFirst(": .*", ""))
                .as("files with the booking's id").anyMatch(file -> file.startsWith("postgres/base/"))
                .anyMatch(file -> file.startsWith("postgres/pg_wal/")).anyMatch(file -> file.startsWith("kafka/bookings-"))
                .anyMatch(file -> file.startsWith("kafka/checkouts-")).contains("logs/booking.log");
        assertThat(Stores.rowsWith(ids)).anyMatch(row -> row.startsWith("CHECKOUT public.checkout_session"))
                .anyMatch(row -> row.startsWith("BOOKING public.booking_history"))
                .anyMatch(row -> row.startsWith("DISPATCHER public.event"));
        assertThat(Stores.recordsWith(ids)).anyMatch(record -> record.startsWith("bookings-"))
                .anyMatch(record -> record.startsWith("checkouts-"));
    }

    @Test
    void knowsATextInEveryDisguise() {
        var search = new Search(List.of("O\u2019Zo\u00eb Quill"));
        Disguises.of("O\u2019Zo\u00eb Quill")
                .forEach((disguise, bytes) -> assertThat(search.in(bytes)).as(disguise).isNotEmpty());
        assertThat(search.in("o\u2019ZO\u00eb quill".getBytes(UTF_8))).isNotEmpty();
        assertThat(search.in("O'Zoe Quill".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void findsNobodyInAnyByteOnDisk() {
        assertThat(traces().under(Stores.directory())).isEmpty();
    }

    @Test
    void findsNobodyBehindCompression() {
        assertThat(Stores.rowsWith(traces())).isEmpty();
        assertThat(Stores.recordsWith(traces())).isEmpty();
    }

    @Test
    void findsNobodyInMetrics() {
        Services.ALL.forEach(service -> assertThat(traces().in(Services.metrics(service).getBytes(UTF_8))).isEmpty());
    }

    /** A record that nobody can read stands in its own topic as it came, and nowhere else. */
    @Test
    void sealsWhatIsDeadLettered() {
        assertThat(new Search(List.of(poison)).under(Stores.directory())).isNotEmpty()
                .allMatch(found -> found.startsWith("kafka/checkouts-"));
    }

    @Test
    void keepsWhatWasSoldAndPaid() {
        JsonNode booking = partner.readBooking(bookingId);
        assertThat(booking.path("status").asText()).isEqualTo("cancelled");
        assertThat(booking.at("/refund/state").asText()).isIn("pending", "refunded");
        assertThat(booking.hasNonNull("erased_at")).isTrue();
        assertThat(booking.path("resident").isNull()).isTrue();
        JsonNode history = partner.booking().get("/api/bookings/" + bookingId + "/history").expect(200).data().path("items");
        assertThat(Json.items(history).map(entry -> entry.path("event").asText()))
                .startsWith("confirmed", "erased", "cancelled");
        assertThat(partner.booking().with("Accept", "text/csv").get("/api/bookings/export").expect(200).body())
                .contains(bookingId);
    }

    @Test
    void findsNoBookingByThePersonAnyMore() {
        for (String field : List.of("email", "first_name", "last_name")) {
            assertThat(found(booked.student().resident().path(field).asText())).isEmpty();
        }
    }

    @Test
    void sendsNullsWhereThePersonWas() {
        Received last = receiver.of(bookingId).get(receiver.of(bookingId).size() - 1);
        assertThat(traces().in(receiver.of(bookingId).get(0).bytes())).as("before").isNotEmpty();
        assertThat(traces().in(last.bytes())).as("after").isEmpty();
        assertThat(last.payload().path("personalDataErased").asBoolean()).isTrue();
        assertThat(last.payload().path("resident").isNull()).isTrue();
        receiver.verify(last);
    }

    @Test
    void erasesOnlyWhatIsThePartners() {
        partner.booking().post("/api/bookings/" + bookingId + "/erasure", Json.object()).expect(200);
        partner.booking().post("/api/bookings/" + Ids.ulid() + "/erasure", Json.object()).expect(404);
        Partner.create().booking().post("/api/bookings/" + bookingId + "/erasure", Json.object()).expect(404);
    }

    private static Search traces() {
        return new Search(Stream.concat(booked.traces().stream(), undecided.traces().stream()).toList());
    }

    /** Too early, wrong, broken, right and repeated: on the hosted pages, as JSON and as a form. */
    private static void book() {
        new HostedForm(checkout).tells(booked.student());
        checkout.complete(booked.student()).expect(402);
        checkout.complete(booked.unacceptable()).expect(422);
        Map<String, String> form = booked.student().asForm();
        form.put("resident_details", form.get("resident_details").replace("}", ""));
        assertThat(checkout.completeForm(form).status()).as("a form that nobody can read").isBetween(400, 422);
        checkout.pay();
        Patience.await("what Stripe tells, sealed").until(() -> Database.CHECKOUT
                .text("SELECT id FROM stripe_event WHERE key_id = ? AND sealed IS NOT NULL", sessionId) != null);
        form.putAll(booked.student().asForm());
        Api once = partner.checkout().with("Idempotency-Key", Ids.ulid());
        bookingId = Checkout.bookingId(once.postForm(checkout.path(), form));
        assertThat(once.postForm(checkout.path(), form).expect(201).header("Idempotent-Replayed")).contains("true");
        partner.awaitBooking(bookingId);
        assertThat(found(booked.student().resident().path("email").asText())).containsExactly(bookingId);
        assertThat(receiver.awaitBooking(bookingId).payload().at("/resident/email"))
                .isEqualTo(booked.student().resident().path("email"));
        subscription.awaitAllDelivered(1);
        Patience.await("what the receiver repeated, sealed").until(() -> Database.DISPATCHER.text("""
                SELECT a.delivery_id FROM delivery_attempt a JOIN delivery d ON d.id = a.delivery_id
                 WHERE d.order_key = ? AND a.sealed_head IS NOT NULL""", bookingId) != null);
    }

    /** Somebody answers everything, does not pay, and has time enough to do so. */
    private static void leaveWithoutBooking() {
        var started = Checkout.start(partner, Room.create());
        new HostedForm(started).tells(undecided.student());
        started.complete(undecided.unacceptable()).expect(422);
        started.saveDetails(undecided.student()).expect(200);
        abandonedId = sessionOf(started);
        Database.CHECKOUT.update("""
                UPDATE checkout_session SET expires_at = now(), next_step_at = now(), news = true WHERE id = ?""", abandonedId);
        Patience.await("expiry").until(() -> "EXPIRED"
                .equals(Database.CHECKOUT.text("SELECT state FROM checkout_session WHERE id = ?", abandonedId)));
    }

    private static void erase() {
        partner.booking().post("/api/bookings/" + bookingId + "/erasure", Json.object()).expect(200);
        Services.admin().post("/admin/checkout/sessions/" + abandonedId + "/erasure", Json.object()).expect(200);
        for (Database database : Database.OF_SERVICES) {
            for (String key : List.of(sessionId, abandonedId)) {
                Patience.await("key destroyed at " + database).until(() -> database
                        .text("SELECT id FROM data_key WHERE id = ? AND wrapped IS NULL AND erased_at IS NOT NULL",
                                key) != null);
            }
        }
    }

    /** The booking's life goes on. */
    private static void doWhatMayFollow() {
        partner.booking().post("/api/bookings/" + bookingId + "/cancel", Json.object().put("reason", "cooling_off"))
                .expect(200);
        String delivery = subscription.deliveries().get(0).path("id").asText();
        int before = receiver.of(bookingId).size();
        partner.dispatcher().post("/api/webhook-deliveries/" + delivery + "/retry", Json.object()).expect(200);
        Patience.await("retry").until(() -> receiver.of(bookingId).size() > before);
        subscription.awaitAllDelivered(1);
        Dispatched.release(bookingId);
    }

    private static String sessionOf(Checkout started) {
        return started.url().replaceFirst(".*/([^/]+)/start$", "$1");
    }

    private static List<String> found(String words) {
        return Json.items(partner.booking().get("/api/bookings?filter%5Bsearch%5D=" + URLEncoder.encode(words, UTF_8))
                .expect(200).data().path("items")).map(item -> item.path("id").asText()).toList();
    }
}
