package io.housemates.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.housemates.localstack.journey.Api;

/**
 * What lists of bookings are asked for, as query strings by what they are called.
 *
 * @param lists one by one
 * @param combinations every two filters of different kinds in every order
 */
record BookingQueries(Map<String, String> lists, Map<String, String> combinations) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final String MONTH = parameter("filter[KIND_from]", day(400)) + parameter("filter[KIND_to]", day(370));
    private static final String BY_ARRIVAL = parameter("sort[arrival]", "asc");

    /** @param sample a booking among many that are found like it */
    static BookingQueries of(Api partner, String sample) {
        List<Map<String, String>> filters = filters(partner, sample);
        Map<String, String> lists = new LinkedHashMap<>(paging(partner));
        filters.forEach(lists::putAll);
        lists.put("a month of bookings, by arrival", lists.get("a month of bookings") + BY_ARRIVAL);
        lists.put("a month of arrivals, by arrival", lists.get("a month of arrivals") + BY_ARRIVAL);
        lists.put("a month of arrivals, cancelled", lists.get("a month of arrivals") + lists.get("cancelled"));
        return new BookingQueries(lists, inEachOrder(pairs(filters)));
    }

    /** Those of one map exclude each other. */
    private static List<Map<String, String>> filters(Api partner, String sample) {
        JsonNode some = partner.get("/api/bookings?page=900").expect(200).data().at("/items/0");
        JsonNode resident = partner.get("/api/bookings/" + sample).expect(200).data().at("/item/resident");
        return List.of(
                filters("cancelled", parameter("filter[status]", "cancelled"),
                        "confirmed", parameter("filter[status]", "confirmed")),
                filters("operator", parameter("filter[operator_id]", some.at("/room_type/operator_id").asText())),
                filters("room", parameter("filter[room_id]", some.at("/room_type/id").asText())),
                filters("booking period", parameter("filter[booking_period_id]", some.at("/booking_period/id").asText())),
                filters("a month of bookings", MONTH.replace("KIND", "created"),
                        "bookings since 700 days ago", parameter("filter[created_from]", day(700))),
                filters("a month of arrivals", MONTH.replace("KIND", "arrival"),
                        "arrivals since 300 days ago", parameter("filter[arrival_from]", day(300))),
                filters("reference", parameter("filter[search]", sample),
                        "e-mail", parameter("filter[search]", resident.get("email").asText()),
                        "surname", parameter("filter[search]", resident.get("last_name").asText()),
                        "nobody", parameter("filter[search]", "nobody@example.com")));
    }

    private static Map<String, String> filters(String... namesAndQueries) {
        Map<String, String> filters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndQueries.length; i += 2) {
            filters.put(namesAndQueries[i], namesAndQueries[i + 1]);
        }
        return filters;
    }

    private static Map<String, String> paging(Api partner) {
        return filters("newest", "", "oldest", parameter("sort[created_at]", "asc"), "by arrival", BY_ARRIVAL,
                "page 1,000", parameter("page", "1000"), "deep cursor", cursor(partner, 10));
    }

    /** Of so many pages of 100 on from page 100, the last that is reached by number. */
    private static String cursor(Api partner, int pages) {
        String next = partner.get("/api/bookings?per_page=100&page=100").expect(200).text("/links/next");
        for (int page = 0; page < pages; page++) {
            next = partner.get(next).expect(200).text("/links/next");
        }
        return next.substring(next.indexOf('?') + 1).replace("per_page=100", "per_page=10");
    }

    private static Map<String, String> pairs(List<Map<String, String>> filters) {
        Map<String, String> pairs = new LinkedHashMap<>();
        List<Map<String, String>> before = new ArrayList<>();
        for (Map<String, String> kind : filters) {
            before.forEach(other -> other.forEach((name, query) -> kind
                    .forEach((second, more) -> pairs.put(name + ", " + second, query + more))));
            before.add(kind);
        }
        return pairs;
    }

    private static Map<String, String> inEachOrder(Map<String, String> queries) {
        Map<String, String> ordered = new LinkedHashMap<>();
        queries.forEach((name, query) -> {
            for (String sort : List.of("created_at", "arrival")) {
                for (String direction : List.of("asc", "desc")) {
                    ordered.put(name + ", by " + sort + " " + direction, query + parameter("sort[" + sort + "]", direction));
                }
            }
        });
        return ordered;
    }

    private static String parameter(String name, String value) {
        return "&" + URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    private static String day(int daysAgo) {
        return LocalDate.now().minusDays(daysAgo).format(DAY);
    }
}
