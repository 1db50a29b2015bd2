package io.housemates.booking.booking;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.housemates.booking.support.Admin;
import io.housemates.booking.support.Checkout;
import io.housemates.booking.support.Plans;
import io.housemates.booking.support.TestPartner;
import io.housemates.localstack.testing.ManyBookings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/**
 * Enough bookings for PostgreSQL to choose as it would among a million: it reads by index, and few rows. How long that takes is
 * measured by {@code benchmarks/run bookings}.
 */
@QuarkusTest
class ManyBookingsTest {

    static final int MANY = 100_000;
    /** A total counts up to 10,000, the last page by number lies behind as many, and some are passed over. */
    static final int ROWS_ENOUGH = 25_000;
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");

    @Inject
    DataSource database;

    TestPartner partner;
    Connection connection;
    Plans plans;
    String sample;

    @BeforeEach
    void makeThem() throws SQLException {
        partner = TestPartner.introduced();
        sample = Checkout.of(partner).complete().bookingId();
        partner.request().get("/api/bookings/" + sample).then().statusCode(200);
        connection = database.getConnection();
        ManyBookings.like(connection, sample, MANY);
        plans = Plans.watch(connection);
        await().atMost(Duration.ofSeconds(20)).until(() -> partner.request().get("/api/bookings").statusCode() == 200);
    }

    @AfterEach
    void forgetThem() throws SQLException {
        Plans.stop(connection);
        ManyBookings.forget(connection);
        connection.close();
        await().atMost(Duration.ofSeconds(20)).until(() -> partner.request().get("/api/bookings").statusCode() == 200);
    }

    @Test
    void readsFewOfThemAndThoseByIndex() {
        JsonPath some = list(partner.request(), "/api/bookings?page=500");
        String room = some.getString("data.items[0].room_type.id");
        String period = some.getString("data.items[0].booking_period.id");
        String operator = some.getString("data.items[0].room_type.operator_id");
        String last = some.getString("data.links.next");
        String month = "=" + day(400) + "&filter[%s_to]=" + day(370);
        String nobody = "filter[search]=nobody@example.com";

        for (String query : List.of("per_page=10", "filter[status]=cancelled", "filter[status]=confirmed&sort[created_at]=asc",
                "filter[operator_id]=" + operator, "filter[room_id]=" + room, "filter[booking_period_id]=" + period,
                "filter[created_from]" + month.formatted("created"), "filter[arrival_from]" + month.formatted("arrival"),
                "filter[arrival_from]" + month.formatted("arrival") + "&sort[created_at]=asc",
                "filter[created_from]" + month.formatted("created") + "&sort[arrival]=asc",
                "filter[arrival_from]" + month.formatted("arrival") + "&sort[arrival]=desc",
                "filter[arrival_from]" + month.formatted("arrival") + "&filter[status]=cancelled",
                "filter[operator_id]=" + operator + "&filter[status]=cancelled&sort[arrival]=asc",
                "filter[search]=zoe@example.com", "filter[search]=O\u2019Neill&filter[status]=cancelled", nobody,
                "filter[search]=" + sample, "filter[room_id]=nowhere", "filter[created_from]=01-01-2099",
                "filter[operator_id]=11111111-7c1a-4d0f-9f53-2a4a3b0e9c11&sort[arrival]=desc",
                "filter[created_from]=" + day(700) + "&sort[arrival]=asc",
                "filter[created_from]=" + day(700) + "&filter[status]=confirmed&sort[arrival]=asc",
                "filter[arrival_from]=" + day(100) + "&sort[created_at]=asc",
                "filter[created_from]" + month.formatted("created") + "&filter[arrival_from]=" + day(200)
                        + "&sort[arrival]=desc",
                "filter[search]=zoe@example.com&filter[room_id]=" + room + "&sort[arrival]=desc",
                "sort[created_at]=asc", "sort[arrival]=asc", "sort[arrival]=desc", "page=1000")) {
            assertReadsLittle(partner.request(), "/api/bookings?" + query);
            assertReadsLittle(Admin.request(), "/admin/bookings?" + query);
        }
        assertReadsLittle(partner.request(), last);
        assertReadsLittle(partner.request(), "/api/bookings/" + sample + "/history");
    }

    /** What is between the service and its reader, buffers of the kernel, holds some pages. */
    @Test
    void exportsOnlyAsFastAsItsReaderTakes() throws IOException {
        String path = "/api/bookings/export?filter%5Bcreated_from%5D=" + day(550);
        long begin = plans.position();
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress("localhost", RestAssured.port));
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Accept: text/csv\r\nAuthorization: Bearer " + partner.token().secret() + "\r\nX-API-PARTNER-ID: "
                    + partner.id() + "\r\n\r\n").getBytes(US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            assertThat(answer.readLine()).contains("200");

            int before = pagesReadUntilItWaits(begin);
            long lines = answer.lines().filter(line -> line.startsWith("\"")).count() - 1;

            assertThat(lines).isGreaterThan(20_000);
            assertThat(before).isLessThan((int) lines / BookingExport.ROWS_AT_A_TIME / 2);
            assertThat(pagesRead(begin)).isGreaterThan((int) lines / BookingExport.ROWS_AT_A_TIME);
        }
    }

    private int pagesReadUntilItWaits(long begin) {
        var last = new AtomicInteger();
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(500))
                .until(() -> last.getAndSet(pagesRead(begin)) == last.get() && last.get() > 1);
        return last.get();
    }

    private int pagesRead(long begin) {
        return (int) plans.since(begin).stream().filter(plan -> plan.contains("order by")).count();
    }

    private void assertReadsLittle(RequestSpecification request, String address) {
        List<String> read = plans.of(() -> list(request, address));

        assertThat(read).as(address).isNotEmpty().noneMatch(plan -> plan.contains("Seq Scan on booking"));
        assertThat(Plans.rows(read)).as("%s%n%s", address, String.join("\n", read)).isLessThan(ROWS_ENOUGH);
    }

    private static JsonPath list(RequestSpecification request, String address) {
        return request.urlEncodingEnabled(!address.contains("cursor")).get(address).then().statusCode(200).extract().jsonPath();
    }

    private static String day(int daysAgo) {
        return LocalDate.now().minusDays(daysAgo).format(DAY);
    }
}
