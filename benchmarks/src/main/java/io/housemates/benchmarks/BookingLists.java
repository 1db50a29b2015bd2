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
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

import io.housemates.localstack.EmbeddedPostgres;
import io.housemates.localstack.Service;
import io.housemates.localstack.StackDescription;
import io.housemates.localstack.journey.Api;
import io.housemates.localstack.journey.SampleBooking;
import io.housemates.localstack.testing.ManyBookings;

/** How long lists of many bookings take by filter, search and order, and what an export of all of them does to the heap. */
final class BookingLists {

    private static final int STEPS = 5;
    private static final int SLOWEST = 5;

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
            var queries = BookingQueries.of(partner, sample);
            queries.lists().forEach((name, query) -> {
                long[] own = times(partner, "/api/bookings?" + query, options.rounds() * 100);
                long[] all = times(admin, "/admin/bookings?" + query, options.rounds() * 100);
                table.row(name, millis(own, 0.5), millis(own, 0.99), millis(own, 1), millis(all, 0.5), millis(all, 0.99),
                        millis(all, 1));
            });
            combinations(queries, partner, admin);
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

    /** Every two filters together in every order: all of them, and the slowest of them. */
    private void combinations(BookingQueries queries, Api partner, Api admin) {
        Map<String, long[]> times = new LinkedHashMap<>();
        queries.combinations().forEach((name, query) -> {
            times.put("partner: " + name, times(partner, "/api/bookings?" + query, options.rounds() * 5));
            times.put("admin: " + name, times(admin, "/admin/bookings?" + query, options.rounds() * 5));
        });
        System.out.println();
        Table table = Table.with(System.out, "two filters, in each order", "p50 ms", "p99 ms", "slowest ms");
        long[] all = times.values().stream().flatMapToLong(Arrays::stream).sorted().toArray();
        table.row("all %d lists".formatted(times.size()), millis(all, 0.5), millis(all, 0.99), millis(all, 1));
        times.entrySet().stream().sorted(Comparator.comparing(list -> -median(list.getValue()))).limit(SLOWEST)
                .forEach(list -> table.row(list.getKey(), millis(list.getValue(), 0.5), "", millis(list.getValue(), 1)));
        System.out.println();
    }

    private static long median(long[] sorted) {
        return sorted[sorted.length / 2];
    }

    private long[] times(Api api, String address, int requests) {
        LongStream.range(0, Math.min(requests, options.warmUps() * 10L)).forEach(n -> api.get(address).expect(200));
        return LongStream.range(0, requests).map(n -> {
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

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String millis(long[] sorted, double quantile) {
        return "%.1f".formatted(sorted[(int) Math.ceil(quantile * sorted.length) - 1] / 1e6);
    }
}
