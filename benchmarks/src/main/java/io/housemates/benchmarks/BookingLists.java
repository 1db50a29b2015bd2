package io.housemates.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.localstack.EmbeddedPostgres;
import io.housemates.localstack.Service;
import io.housemates.localstack.StackDescription;
import io.housemates.localstack.journey.Api;
import io.housemates.localstack.journey.SampleBooking;
import io.housemates.localstack.testing.ManyBookings;

/** How long lists of many bookings take by filter, search and order, and what an export of all of them does to the heap. */
final class BookingLists {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final int STEPS = 5;

    private final Options options;

    BookingLists(Options options) {
        this.options = options;
    }

    void run() {
        try (Subject subject = Subject.start(options.root())) {
            StackDescription stack = subject.stack().description();
            String sample = new SampleBooking(stack, System.out).play();
            System.out.printf("%d bookings in %.0f s%n", options.bookings(), seconds(() -> fill(subject, sample)));
            Api partner = Api.partner(stack.booking(), stack.partnerId(), stack.accessToken());
            Api admin = Api.bearer(stack.booking(), stack.adminToken());
            Table table = Table.with(System.out, "list", "partner: p50 ms", "p99 ms", "slowest ms", "admin: p50 ms", "p99 ms",
                    "slowest ms");
            queries(partner, sample).forEach((name, query) -> {
                long[] own = times(partner, "/api/bookings?" + query);
                long[] all = times(admin, "/admin/bookings?" + query);
                table.row(name, millis(own, 0.5), millis(own, 0.99), millis(own, 1), millis(all, 0.5), millis(all, 0.99),
                        millis(all, 1));
            });
            export(subject, stack);
        }
    }

    private void fill(Subject subject, String sample) {
        try (var connection = DriverManager.getConnection(subject.stack().postgres().jdbcUrl(Service.BOOKING.label()),
                EmbeddedPostgres.USER, EmbeddedPostgres.PASSWORD)) {
            ManyBookings.like(connection, sample, options.bookings());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> queries(Api partner, String sample) {
        JsonNode some = partner.get("/api/bookings?page=900").expect(200).data();
        JsonNode one = some.at("/items/0");
        String month = "=" + day(400) + "&filter%5BKIND_to%5D=" + day(370);
        String surname = partner.get("/api/bookings/" + sample).expect(200).text("/item/resident/last_name");
        String email = partner.get("/api/bookings/" + sample).expect(200).text("/item/resident/email");
        var queries = new LinkedHashMap<String, String>();
        queries.put("newest", "");
        queries.put("oldest", "sort%5Bcreated_at%5D=asc");
        queries.put("by arrival", "sort%5Barrival%5D=asc");
        queries.put("page 1,000", "page=1000");
        queries.put("deep cursor", cursor(partner, 10));
        queries.put("status", "filter%5Bstatus%5D=cancelled");
        queries.put("operator", "filter%5Boperator_id%5D=" + one.at("/room_type/operator_id").asText());
        queries.put("room", "filter%5Broom_id%5D=" + encoded(one.at("/room_type/id")));
        queries.put("booking period", "filter%5Bbooking_period_id%5D=" + encoded(one.at("/booking_period/id")));
        queries.put("a month of bookings", "filter%5Bcreated_from%5D" + month.replace("KIND", "created"));
        queries.put("the same, by arrival",
                "sort%5Barrival%5D=asc&filter%5Bcreated_from%5D" + month.replace("KIND", "created"));
        queries.put("a month of arrivals", "filter%5Barrival_from%5D" + month.replace("KIND", "arrival"));
        queries.put("the same, by arrival ",
                "sort%5Barrival%5D=asc&filter%5Barrival_from%5D" + month.replace("KIND", "arrival"));
        queries.put("the same, cancelled",
                "filter%5Bstatus%5D=cancelled&filter%5Barrival_from%5D" + month.replace("KIND", "arrival"));
        queries.put("reference", "filter%5Bsearch%5D=" + sample);
        queries.put("e-mail", "filter%5Bsearch%5D=" + java.net.URLEncoder.encode(email, StandardCharsets.UTF_8));
        queries.put("surname", "filter%5Bsearch%5D=" + java.net.URLEncoder.encode(surname, StandardCharsets.UTF_8));
        queries.put("nobody", "filter%5Bsearch%5D=nobody%40example.com");
        return queries;
    }

    /** Of so many pages of 100 on from page 100, the last that is reached by number. */
    private static String cursor(Api partner, int pages) {
        String next = partner.get("/api/bookings?per_page=100&page=100").expect(200).text("/links/next");
        for (int page = 0; page < pages; page++) {
            next = partner.get(next).expect(200).text("/links/next");
        }
        return next.substring(next.indexOf('?') + 1).replace("per_page=100", "per_page=10");
    }

    private long[] times(Api api, String address) {
        LongStream.range(0, options.warmUps() * 10L).forEach(n -> api.get(address).expect(200));
        return LongStream.range(0, options.rounds() * 100L).map(n -> {
            long begin = System.nanoTime();
            api.get(address).expect(200);
            return System.nanoTime() - begin;
        }).sorted().toArray();
    }

    private void export(Subject subject, StackDescription stack) {
        var heap = new Heap(subject.stack().service(Service.BOOKING).pid());
        Table table = Table.with(System.out, "rows exported", "heap after a collection, MiB");
        table.row(0, heap.liveMebibytes());
        int step = options.bookings() / STEPS;
        try {
            var request = (HttpURLConnection) URI.create(stack.booking() + "/admin/bookings/export").toURL().openConnection();
            request.setRequestProperty("Authorization", "Bearer " + stack.adminToken());
            request.setRequestProperty("Accept", "text/csv");
            long begin = System.nanoTime();
            int rows = -1;
            try (var lines = new BufferedReader(new InputStreamReader(request.getInputStream(), StandardCharsets.UTF_8))) {
                while (lines.readLine() != null) {
                    if (++rows > 0 && rows % step == 0) {
                        table.row(rows, heap.liveMebibytes());
                    }
                }
            }
            System.out.printf("%n%d rows in %.0f s%n", rows, (System.nanoTime() - begin) / 1e9);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(JsonNode id) {
        return id.asText().replace(" ", "%20");
    }

    private static String day(int daysAgo) {
        return LocalDate.now().minusDays(daysAgo).format(DAY);
    }

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String millis(long[] sorted, double quantile) {
        return "%.1f".formatted(sorted[(int) Math.ceil(quantile * sorted.length) - 1] / 1e6);
    }
}
