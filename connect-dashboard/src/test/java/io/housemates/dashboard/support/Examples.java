package io.housemates.dashboard.support;

import java.util.stream.IntStream;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Answers of the services, in the shapes they document. */
public final class Examples {

    public static final String BOOKING = "01K5Q4Z0000000000000000001";
    public static final String WEBHOOK = "01K6WEBH000000000000000001";
    public static final String DELIVERY = "01K7DEL0000000000000000001";
    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private Examples() {
    }

    /** A page of the bookings, twenty on each but the last. */
    public static JsonObject bookings(int page, int total) {
        int from = (page - 1) * 20;
        int count = Math.max(0, Math.min(20, total - from));
        return page(page, total, IntStream.range(0, count).mapToObj(i -> booking()).toArray());
    }

    public static JsonObject booking() {
        return new JsonObject("""
                {"id":"01K5Q4Z0000000000000000001","session_id":"01K5Q4Y0000000000000000001","status":"confirmed",
                 "created_at":"2026-09-01T10:15:30.123Z","paying_in_instalments":true,"has_uk_based_guarantor":true,
                 "is_using_housing_hand":false,"supporting_contact_kind":"guarantor","special_request":"<b>Quiet</b>, please",
                 "cancelled_at":null,"cancellation_reason":null,"a_later_member":1,
                 "booking_period":{"id":"01H","start_date":"12-09-2026","end_date":"28-08-2027","holding_deposit":"250.00",
                                   "price_per_week":"164.32","currency":"GBP"},
                 "room_type":{"id":"01H","name":"Classic Studio","operator_id":"6f0c1f0e-0000-4000-8000-000000000001",
                              "property":{"id":"01H","name":"Brunswick Quay House","country":"gb"}},
                 "resident":{"first_line":"221B Baker Street","second_line":null,"city":"London","region":null,
                             "postcode":"NW1 6XE","country":"gb","first_name":"Élodie","last_name":"Lefèvre","gender":"female",
                             "nationality":"fr","email":"elodie@student.example","date_of_birth":"14-02-2005",
                             "contact_number":"+447700900123"},
                 "supporting_contact":{"first_line":"3 rue Haute","second_line":null,"city":"Lyon","region":null,
                             "postcode":"69001","country":"fr","first_name":"Luc","last_name":"Lefèvre",
                             "email":"luc@example.com","date_of_birth":"02-07-1972","contact_number":"+33612345678",
                             "relationship":"father"},
                 "course":{"university":"University of Manchester","year_of_study":"Undergraduate - First year",
                           "course_title":"BSc Computer Science"}}""");
    }

    public static JsonObject webhook() {
        return new JsonObject(
                """
                        {"id":"01K6WEBH000000000000000001","url":"https://pms.example/hook","events":["booking.created"],
                         "description":"Property management","signing":"v1","enabled":true,"disabled_reason":null,"disabled_at":null,
                         "headers":["x-environment"],"has_access_token":true,"created_at":"2026-09-01T09:00:00Z",
                         "updated_at":"2026-09-01T09:00:00Z",
                         "health":{"failing_since":null,"throttled_until":null,"pending":1,"next_attempt_at":"2026-09-01T10:45:00Z"}}""");
    }

    public static JsonObject delivery() {
        return new JsonObject("""
                {"id":"01K7DEL0000000000000000001","subscription_id":"01K6WEBH000000000000000001","event_id":"evt_1",
                 "event_type":"booking.created","status":"PENDING","created_at":"2026-09-01T10:15:30Z",
                 "next_attempt_at":"2026-09-01T10:45:00Z","finished_at":null,
                 "attempts":[{"number":1,"at":"2026-09-01T10:15:31Z","outcome":"failed","reason":"http_500","status_code":500,
                              "latency_ms":132,"response_head":"<h1>Oops</h1>"},
                             {"number":2,"at":"2026-09-01T10:15:36Z","outcome":"failed","reason":"timeout","status_code":null,
                              "latency_ms":15000}]}""");
    }

    public static JsonObject branding() {
        return new JsonObject("""
                {"logo_url":"/brand/logos/9f86d081.png","font":"humanist","heading":"Northern <Rooms>","support_text":null,
                 "colours":{"primary":"#0b6b3a","on_primary":"#ffffff","background":"#fffdf7","text":"#22301f"},
                 "support_email":"help@rooms.example","terms_url":null,"privacy_url":null,
                 "return_url":"https://rooms.example/back","languages":["zh-CN","en"],"a_later_member":1}""");
    }

    public static JsonObject eventTypes() {
        return items(type("booking.created"), type("booking.cancelled"), type("webhook.test"));
    }

    public static JsonObject items(Object... items) {
        return new JsonObject().put("items", JsonArray.of(items));
    }

    public static JsonObject item(JsonObject item) {
        return new JsonObject().put("item", item);
    }

    public static JsonObject page(int page, int total, Object... items) {
        return items(items).put("links", new JsonObject()).put("meta",
                new JsonObject().put("total", total).put("count", items.length).put("per_page", 20).put("current_page", page)
                        .put("total_pages", Math.max(1, (total + 19) / 20)));
    }

    private static JsonObject type(String name) {
        return new JsonObject().put("name", name).put("description", "Sent for " + name).put("schema", new JsonObject())
                .put("example", new JsonObject());
    }
}
