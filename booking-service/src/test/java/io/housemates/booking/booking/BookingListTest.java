package io.housemates.booking.booking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.booking.support.Checkout;
import io.housemates.booking.support.TestPartner;
import io.housemates.localstack.testing.Kafka;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
class BookingListTest {

    /** Ids that are newer than the sample's. */
    static final String MADE = "substr(b.id, 1, 10) || 'Z' || lpad(n::text, 15, '0')";

    @Inject
    Pool pool;

    TestPartner partner;

    @BeforeEach
    void introducePartner() {
        partner = TestPartner.introduced();
    }

    @Test
    void filtersByEachField() {
        String plain = book(event -> {
        });
        String other = book(event -> {
            ((ObjectNode) event.get("roomType")).put("id", "01H0R0MZ6V3Q4W5X6Y7Z8A9B0D").put("operatorId",
                    "11111111-7c1a-4d0f-9f53-2a4a3b0e9c11");
            ((ObjectNode) event.get("bookingPeriod")).put("id", "01H0PERZ6V3Q4W5X6Y7Z8A9B0D").put("startDate", "2027-01-10");
            event.put("completedAt", "2026-01-05T12:00:00Z");
        });

        assertLists("filter[room_id]=01H0R0MZ6V3Q4W5X6Y7Z8A9B0D", other);
        assertLists("filter[operator_id]=11111111-7c1a-4d0f-9f53-2a4a3b0e9c11", other);
        assertLists("filter[booking_period_id]=01H0PERZ6V3Q4W5X6Y7Z8A9B0D", other);
        assertLists("filter[arrival_from]=10-01-2027", other);
        assertLists("filter[arrival_to]=09-01-2027", plain);
        assertLists("filter[created_from]=05-01-2026&filter[created_to]=05-01-2026", other);
        assertLists("filter[created_from]=06-01-2026", plain);
        assertLists("filter[status]=confirmed", plain, other);
        assertLists("filter[status]=cancelled");
        assertLists("filter[partner_id]=someone&sort[created_at]=asc", other, plain);
        assertLists("filter[room_id]=nowhere");
        assertLists("filter[arrival_from]=01-09-2026&filter[arrival_to]=30-09-2026&sort[created_at]=asc", plain);
        assertLists("filter[created_from]=01-01-2026&filter[created_to]=31-01-2026&sort[arrival]=desc", other);
        assertLists("filter[created_from]=01-01-2026&sort[arrival]=asc", plain, other);
        assertLists("sort[arrival]=asc", plain, other);
        assertLists("sort[arrival]=desc", other, plain);
    }

    @Test
    void searchesByReferenceEmailAndName() {
        String zoe = book(event -> {
        });
        String max = book(
                event -> ((ObjectNode) event.get("resident")).put("firstName", "Max").put("email", "Max@Example.org"));

        assertLists("filter[search]=" + zoe, zoe);
        assertLists("filter[search]=max@example.ORG", max);
        assertLists("filter[search]=MAX", max);
        assertLists("filter[search]=max  o\u2019neill", max);
        assertLists("filter[search]=O\u2019Neill", max, zoe);
        assertLists("filter[search]=ma");
    }

    @Test
    void searchesAmongTheFilteredAndKnowsWhoCancelled() {
        String kept = book(event -> {
        });
        String cancelled = book(event -> ((ObjectNode) event.get("roomType")).put("id", "01H0R0MZ6V3Q4W5X6Y7Z8A9B0D"));
        partner.request().contentType("application/json").body("{\"reason\":\"student\"}")
                .post("/api/bookings/" + cancelled + "/cancel").then().statusCode(200);

        assertLists("filter[search]=zoe@example.com&sort[created_at]=asc", kept, cancelled);
        assertLists("filter[search]=zoe@example.com&filter[status]=cancelled", cancelled);
        assertLists("filter[search]=zoe@example.com&filter[status]=confirmed", kept);
        assertLists("filter[search]=zoe@example.com&filter[room_id]=01H0R0MZ6V3Q4W5X6Y7Z8A9B0D&sort[arrival]=asc", cancelled);
        assertLists("filter[search]=zoe@example.com&filter[created_from]=01-01-2099");
        assertLists("filter[search]=zoe@example.com&filter[operator_id]=11111111-7c1a-4d0f-9f53-2a4a3b0e9c11");
        assertLists("filter[search]=nobody@example.com&filter[room_id]=01H0R0MZ6V3Q4W5X6Y7Z8A9B0D");
    }

    @Test
    void pagesThroughEveryOrderByCursor() {
        List<String> booked = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int day = i;
            booked.add(book(event -> ((ObjectNode) event.get("bookingPeriod")).put("startDate", "2026-09-0" + (1 + day / 3))));
        }
        List<String> backwards = new ArrayList<>(booked);
        java.util.Collections.reverse(backwards);

        assertThat(pagesOf("sort[created_at]=asc")).isEqualTo(booked);
        assertThat(pagesOf("sort[created_at]=desc&filter[arrival_to]=30-09-2026")).isEqualTo(backwards);
        assertThat(pagesOf("sort[arrival]=asc")).isEqualTo(booked);
        assertThat(pagesOf("sort[arrival]=desc&filter[created_from]=01-01-2020")).isEqualTo(backwards);
        assertThat(pagesOf("sort[arrival]=asc&filter[search]=zoe@example.com")).isEqualTo(booked);
    }

    private List<String> pagesOf(String query) {
        List<String> seen = new ArrayList<>();
        String next = "/api/bookings?per_page=2&" + query.replace("[", "%5B").replace("]", "%5D");
        while (next != null) {
            var answer = partner.request().urlEncodingEnabled(false).get(next).then().statusCode(200).extract().jsonPath();
            seen.addAll(answer.getList("data.items.id"));
            next = answer.getString("data.links.next");
        }
        return seen;
    }

    @Test
    void findsAmongThousandsWhoHaveTheSameName() throws Exception {
        String early = book(event -> ((ObjectNode) event.get("bookingPeriod")).put("startDate", "2026-08-01"));
        String late = book(event -> {
        });
        execute("INSERT INTO booking SELECT made.* FROM booking b, generate_series(1, 1500) n, "
                + "jsonb_populate_record(b, jsonb_build_object('id', " + MADE + ", 'session_id', " + MADE
                + ")) made WHERE b.id = $1",
                late);
        execute("INSERT INTO booking_search (term, booking_id) SELECT term, " + MADE
                + " FROM (SELECT term, booking_id AS id FROM booking_search) b, generate_series(1, 1500) n WHERE b.id = $1",
                late);

        assertLists("filter[search]=zoe@example.com&filter[arrival_to]=15-08-2026", early);
        partner.request().get("/api/bookings?filter[search]=zoe@example.com&sort[arrival]=asc").then().statusCode(200)
                .body("data.meta.total", equalTo(1502)).body("data.items[0].id", equalTo(early));
        assertThat(partner.request().accept("text/csv").get("/api/bookings/export?filter[search]=zoe@example.com").asString()
                .split("\r\n")).hasSize(1503);
    }

    @Test
    void staysTheSameListWhileBookingsArrive() {
        List<String> booked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            booked.add(0, book(event -> {
            }));
        }

        List<String> seen = new ArrayList<>();
        String next = "/api/bookings?per_page=2&sort[created_at]=desc";
        int page = 0;
        while (next != null) {
            var answer = partner.request().urlEncodingEnabled(false).get(next).then().statusCode(200)
                    .body("data.meta.current_page", equalTo(++page)).extract().jsonPath();
            seen.addAll(answer.getList("data.items.id"));
            next = answer.getString("data.links.next");
            book(event -> {
            });
        }

        assertThat(seen).isEqualTo(booked);
    }

    @Test
    void goesBackByPage() {
        for (int i = 0; i < 3; i++) {
            book(event -> {
            });
        }

        partner.request().get("/api/bookings?per_page=1&page=2&filter[status]=confirmed").then().statusCode(200)
                .body("data.meta.total", equalTo(3)).body("data.meta.count", equalTo(1))
                .body("data.links.first", equalTo("/api/bookings?filter%5Bstatus%5D=confirmed&per_page=1&page=1"))
                .body("data.links.prev", equalTo("/api/bookings?filter%5Bstatus%5D=confirmed&per_page=1&page=1"))
                .body("data.links.last", equalTo("/api/bookings?filter%5Bstatus%5D=confirmed&per_page=1&page=3"));
        partner.request().get("/api/bookings?per_page=1&page=3").then().body("data.links.next", nullValue());
        partner.request().get("/api/bookings?per_page=1&page=9").then()
                .body("data.links.prev", equalTo("/api/bookings?per_page=1&page=3"));
    }

    @Test
    void goesBackFromACursorOnlyWherePagesReach() {
        String id = book(event -> {
        });
        for (int page : new int[] { 2, 1001 }) {
            String cursor = new Cursor(BookingOrder.NEWEST, LocalDate.of(2026, 9, 1), Instant.parse("2099-01-01T00:00:00Z"), id,
                    page).text();
            partner.request().get("/api/bookings?cursor=" + cursor).then().statusCode(200)
                    .body("data.meta.current_page", equalTo(page)).body("data.items.id", contains(id))
                    .body("data.links.prev", page == 2 ? equalTo("/api/bookings?per_page=10&page=1") : nullValue());
        }
    }

    @Test
    void namesEveryParameterThatIsWrong() {
        partner.request().get("/api/bookings?filter[status]=lost&filter[operator_id]=x&filter[created_from]=2026-01-01"
                + "&filter[arrival_to]=30-02-2026&sort[arrival]=up&cursor=nonsense").then().statusCode(422)
                .body("data.messages", hasKey("filter[status]")).body("data.messages", hasKey("filter[operator_id]"))
                .body("data.messages", hasKey("filter[created_from]")).body("data.messages", hasKey("filter[arrival_to]"))
                .body("data.messages", hasKey("sort[arrival]")).body("data.messages", hasKey("cursor"));
        for (String impossible : List.of("01-01-%2B99999", "01-01--0001", "31-12-%2B999999999")) {
            partner.request().urlEncodingEnabled(false).get("/api/bookings?filter%5Bcreated_to%5D=" + impossible).then()
                    .statusCode(422).body("data.messages", hasKey("filter[created_to]"));
        }
        for (String place : List.of("NEWEST|2026-09-01|+999999999-12-31T00:00:00Z|01H14V1E5EVWGANKXQG7TVYGQ1|2",
                "ARRIVAL|+999999999-12-31|2026-01-01T00:00:00Z|01H14V1E5EVWGANKXQG7TVYGQ1|2",
                "NEWEST|2026-09-01|2026-01-01T00:00:00Z|\u0000|2",
                "NEWEST|2026-09-01|2026-01-01T00:00:00Z|01H14V1E5EVWGANKXQG7TVYGQ1|two",
                "NEWEST|2026-09-01|yesterday|01H14V1E5EVWGANKXQG7TVYGQ1|2",
                "NEWEST|soon|2026-01-01T00:00:00Z|01H14V1E5EVWGANKXQG7TVYGQ1|2",
                "UPSIDE_DOWN|2026-09-01|2026-01-01T00:00:00Z|01H14V1E5EVWGANKXQG7TVYGQ1|2", "||||")) {
            String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
            partner.request().get("/api/bookings?cursor=" + cursor).then().statusCode(422)
                    .body("data.messages", hasKey("cursor"));
        }
        partner.request().get("/api/bookings?page=200&per_page=100").then().statusCode(422)
                .body("data.messages", hasKey("page"));
    }

    @Test
    void exportsTheListAsCsv() {
        String plain = book(event -> {
        });
        String sly = book(event -> ((ObjectNode) event.get("resident")).put("firstName", "=1+1,\"a\""));

        String csv = partner.request().accept("text/csv").get("/api/bookings/export?sort[created_at]=asc").then()
                .statusCode(200)
                .contentType("text/csv").extract().asString();

        String[] lines = csv.split("\r\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("\"id\",\"session_id\",");
        assertThat(lines[1]).startsWith("\"" + plain + "\"").contains("\"+447400123456\"", "\"Zo\u00eb\"", "\"164.32\"");
        assertThat(lines[2]).startsWith("\"" + sly + "\"").contains("\"'=1+1,\"\"a\"\"\"").endsWith(",\"none\",\"0.00\"");
    }

    @Test
    void exportsMoreThanItReadsAtATime() {
        for (int i = 0; i < 205; i++) {
            Checkout.of(partner).complete();
        }
        var last = Checkout.of(partner).complete();
        Kafka.awaitHandled("booking-service", "checkouts");

        String csv = partner.request().accept("text/csv").get("/api/bookings/export").asString();

        assertThat(csv.split("\r\n")).hasSize(207).doesNotHaveDuplicates().anyMatch(line -> line.contains(last.bookingId()));
        partner.request().get("/api/bookings?per_page=100&page=3").then().body("data.items", hasSize(6));
    }

    private void execute(String sql, String sample) {
        pool.preparedQuery(sql).execute(Tuple.of(sample)).await().atMost(Duration.ofSeconds(20));
    }

    private String book(Consumer<ObjectNode> change) {
        var checkout = Checkout.of(partner);
        change.accept(checkout.event());
        checkout.complete();
        partner.request().get("/api/bookings/" + checkout.bookingId()).then().statusCode(200);
        return checkout.bookingId();
    }

    private void assertLists(String query, String... ids) {
        var answer = partner.request().get("/api/bookings?" + query).then().statusCode(200)
                .body("data.meta.total", equalTo(ids.length));
        if (query.contains("sort")) {
            answer.body("data.items.id", contains(ids));
        } else {
            answer.body("data.items.id", org.hamcrest.Matchers.containsInAnyOrder(ids));
        }
    }
}
