package io.housemates.checkout.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedHashMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.LargeCatalogue;
import io.housemates.checkout.support.TestPartner;
import io.housemates.platform.api.PageRequest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Imports 20,000 rooms once and looks at how they came in and how they are found. */
@CheckoutTest
class LargeCatalogueTest {

    static final int ROOMS = 20_000;
    static final int BAD = 4;
    static final LargeCatalogue CATALOGUE = new LargeCatalogue(ROOMS, ROOMS / BAD);
    static ValidatableResponse report;

    @Inject
    Pool pool;

    @BeforeEach
    void importOnce() {
        if (report == null) {
            report = Admin.request().body(CATALOGUE.document()).put("/admin/catalogue").then();
            query("ANALYZE", Tuple.tuple());
        }
    }

    @Test
    void takesTwentyThousandRoomsAndNamesTheFewItRefuses() {
        report.statusCode(200).body("data.accepted.rooms", equalTo(ROOMS - BAD))
                .body("data.accepted.booking_periods", equalTo(2 * (ROOMS - BAD)))
                .body("data.refused", hasSize(BAD)).body("data.refused_rows", equalTo(BAD))
                .body("data.refused.reason", everyItem(equalTo("The property is unknown.")));
        for (int i = 0; i < BAD; i++) {
            report.body("data.refused[" + i + "].path", equalTo("rooms[" + ((i + 1) * ROOMS / BAD - 1) + "]"));
        }
    }

    @Test
    void answersEveryKindOfSearchFromIndexes() {
        served("room_on_sale_price", Map.of());
        served("room_on_sale_price", Map.of("sort[price]", "desc"));
        served("room_on_sale_name", Map.of("sort[name]", "asc"));
        served("room_on_sale_city", Map.of("filter[city]", CATALOGUE.city(3), "filter[price_range]", "100-120"));
        served("room_on_sale_property", Map.of("filter[property_id]", CATALOGUE.propertyId(7)));
        served("room_on_sale_operator", Map.of("filter[operator_id]", CATALOGUE.operatorId(), "filter[price_range]", "-85"));
        served("room_on_sale_move_in", Map.of("filter[move_in_from]", "01-08-2026", "filter[move_in_to]", "01-08-2027"));
    }

    @Test
    void countsWhatARareValueMatchesFromItsIndex() {
        var query = search(Map.of("filter[university]", "university 7"));
        assertThat(plan(query.count(), query.values())).contains("room_on_sale_university");
    }

    @Test
    void readsPeriodsForTheRoomsOfAPageOnly() {
        String[] ids = TestPartner.create().request().queryParam("filter[city]", CATALOGUE.city(1))
                .queryParam("per_page", 100).get("/api/rooms").then().statusCode(200).extract()
                .<List<String>> path("data.items.id").toArray(String[]::new);
        assertThat(ids).hasSize(100);
        assertThat(plan(Rooms.PERIODS, Tuple.of(ids))).contains("booking_period_room")
                .doesNotContain("Seq Scan on booking_period");
    }

    private void served(String index, Map<String, String> parameters) {
        var query = search(parameters);
        assertThat(plan(query.page(new PageRequest(1, 10)), query.values())).contains(index).doesNotContain("Seq Scan on room")
                .doesNotContain("booking_period");
        assertThat(plan(query.count(), query.values())).doesNotContain("booking_period");
    }

    private static RoomQuery search(Map<String, String> parameters) {
        return RoomQuery.of(new SearchReader(new QueryText(new MultivaluedHashMap<>(parameters))).read());
    }

    private String plan(String sql, Tuple values) {
        return query("EXPLAIN " + sql, values);
    }

    private String query(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).await().atMost(Duration.ofSeconds(60)).stream()
                .map(row -> row.getString(0)).collect(Collectors.joining("\n"));
    }
}
