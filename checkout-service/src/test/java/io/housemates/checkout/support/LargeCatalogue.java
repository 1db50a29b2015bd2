package io.housemates.checkout.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import com.github.f4b6a3.ulid.UlidCreator;

/**
 * A large catalogue whose document is made while it is read: 100 properties in ten cities, and two booking periods in every
 * room. The rooms before every {@code badEvery}-th are sound, that one belongs to a property that nobody knows.
 */
public final class LargeCatalogue {

    private static final int PROPERTIES = 100;

    private final int rooms;
    private final int badEvery;
    private final String operatorId = UUID.randomUUID().toString();
    private final String[] propertyIds = IntStream.range(0, PROPERTIES).mapToObj(i -> ulid()).toArray(String[]::new);

    public LargeCatalogue(int rooms, int badEvery) {
        this.rooms = rooms;
        this.badEvery = badEvery;
    }

    public InputStream document() {
        String operators = "{\"operators\":[{\"id\":\"" + operatorId + "\",\"name\":\"Large operator\"}],\"properties\":[";
        return new SequenceInputStream(Collections.enumeration(java.util.List.of(bytes(operators),
                list(PROPERTIES, this::property), bytes("],\"rooms\":["), list(rooms, this::room), bytes("]}"))));
    }

    public String city(int number) {
        return "Large city " + number + " " + operatorId;
    }

    public String operatorId() {
        return operatorId;
    }

    public String propertyId(int number) {
        return propertyIds[number];
    }

    private String property(int i) {
        return """
                {"id":"%s","operator_id":"%s","name":"House %d","slug":"house-%d","address":{"first_line":"1 Long Lane",
                 "city":"%s","postcode":"M1 1AA","country":"gb"}}""".formatted(propertyIds[i], operatorId, i, i, city(i % 10));
    }

    private String room(int i) {
        String property = i % badEvery == badEvery - 1 ? ulid() : propertyIds[i % PROPERTIES];
        return """
                {"id":"%s","property_id":"%s","name":"Room %d","currency":"GBP","images":["https://example.com/%d.jpg"],
                 "amenities":{"general":["Desk","Wifi"]},"universities":["University %d"],"booking_periods":[%s,%s]}"""
                .formatted(ulid(), property, i, i, i % 50, period(i, 2027), period(i, 2028));
    }

    private static String period(int i, int year) {
        BigDecimal price = BigDecimal.valueOf(8_000 + i * 37 % 40_000, 2);
        return """
                {"id":"%s","start_date":"%02d-09-%d","end_date":"30-06-%d","price_per_week":"%s","holding_deposit":"250.00",
                 "maximum_bookings":12}""".formatted(ulid(), 1 + i % 28, year, year + 1, price);
    }

    private static InputStream list(int size, IntFunction<String> row) {
        Iterator<InputStream> rows = IntStream.range(0, size).mapToObj(i -> bytes((i == 0 ? "" : ",") + row.apply(i)))
                .iterator();
        return new SequenceInputStream(new java.util.Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return rows.hasNext();
            }

            @Override
            public InputStream nextElement() {
                if (!rows.hasNext()) {
                    throw new NoSuchElementException();
                }
                return rows.next();
            }
        });
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static String ulid() {
        return UlidCreator.getUlid().toString();
    }
}
