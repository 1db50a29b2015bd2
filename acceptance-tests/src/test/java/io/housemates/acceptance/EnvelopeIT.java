package io.housemates.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Checkout;
import io.housemates.acceptance.support.Envelope;
import io.housemates.acceptance.support.Ids;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.RawRequest;
import io.housemates.acceptance.support.Reply;
import io.housemates.acceptance.support.Room;
import io.housemates.acceptance.support.Services;
import io.housemates.acceptance.support.Student;
import io.housemates.localstack.Service;

/** Whatever is wrong with a request, the answer is the envelope with the status that clients know. */
@AcceptanceTest
class EnvelopeIT {

    private static final String LONG = "x".repeat(200_000);

    private static Partner partner;
    private static Room room;
    private static Checkout unpaid;

    @BeforeAll
    static void prepare() {
        partner = Partner.create();
        room = Room.create();
        unpaid = Checkout.start(partner, room);
    }

    /** A route that reads a body, as the service itself names it. */
    private record Writing(Service service, String method, String path) {
        RawRequest request() {
            return RawRequest.of(method, path).as(partner);
        }
    }

    /** @param statuses any of them is right */
    record Wrong(Service service, RawRequest request, List<Integer> statuses) {
        @Override
        public String toString() {
            return service + " " + request + " " + statuses;
        }
    }

    static Stream<Wrong> onEveryService() {
        return Services.ALL.stream().flatMap(service -> {
            String collection = collection(service);
            return Stream.of(
                    wrong(service, get("/"), 404),
                    wrong(service, get("/api"), 404),
                    wrong(service, get("/api/nothing-here"), 404),
                    wrong(service, RawRequest.of("GET", "/api/nothing-here"), 401),
                    wrong(service, RawRequest.of("POST", collection + "/nothing/here").body("text/plain", new byte[1]), 401),
                    wrong(service, RawRequest.of("GET", "/%61pi" + collection.substring(4)), 401, 404),
                    wrong(service, RawRequest.of("GET", "/api;a=b" + collection.substring(4)), 401, 404),
                    wrong(service, RawRequest.of("GET", "/" + collection), 401, 404),
                    wrong(service, RawRequest.of("GET", "/x/.." + collection), 401, 404),
                    wrong(service, RawRequest.of("GET", "/%61dmin/dead-letters"), 401, 404),
                    wrong(service, RawRequest.of("GET", "/admin;a=b/dead-letters"), 401, 404),
                    wrong(service, RawRequest.of("GET", "//admin//dead-letters"), 401, 404),
                    wrong(service, RawRequest.of("POST", "/admin/dead-letters").body("text/plain", new byte[1]), 401),
                    wrong(service, RawRequest.of("POST", "/nowhere").as(partner).json("{}"), 404),
                    wrong(service, get("/q/health"), 404),
                    wrong(service, get("/favicon.ico"), 404),
                    wrong(service, get(collection + "?filter[room_id]=%00&type=%00"), 400),
                    wrong(service, get("/api/%C3%28"), 400, 404),
                    wrong(service, get("/api/..%2f..%2fetc/passwd"), 400, 404),
                    wrong(service, get(collection + "/%2F"), 404),
                    wrong(service, get(collection + "/" + Ids.ulid() + "%2F"), 404),
                    wrong(service, get(collection + "/%00"), 400, 404),
                    wrong(service, get(collection + "/%C3%28"), 400, 404),
                    wrong(service, get(collection + "/%E2%82%AC%F0%9F%98%80"), 404),
                    wrong(service, RawRequest.of("PUT", "/api/nothing").as(partner).announcing(200_000), 404, 413),
                    wrong(service, RawRequest.of("BREW", collection).as(partner), 404, 405, 501));
        });
    }

    static Stream<Wrong> reads() {
        return Stream.of(Service.BOOKING, Service.DISPATCHER).flatMap(service -> {
            String collection = collection(service);
            return Stream.of(
                    wrong(service, get(collection + "/" + Ids.ulid()), 404),
                    wrong(service, get(collection + "/not-an-id"), 404),
                    wrong(service, get(collection).with("Accept", "text/html"), 406),
                    wrong(service, get(collection + "/" + Ids.ulid()).with("Accept", "text/html"), 406),
                    wrong(service, RawRequest.of("GET", collection), 401),
                    wrong(service, RawRequest.of("DELETE", collection).as(partner), 405),
                    wrong(service, RawRequest.of("PATCH", collection).as(partner).json("{}"), 405));
        });
    }

    static Stream<Wrong> bodies() {
        return writing().flatMap(route -> {
            var cases = new ArrayList<Wrong>();
            RawRequest request = route.request();
            for (String text : List.of("{", "nonsense", "{\"a\":1}}", "{\"a\":}", "", "null", "[]", "\"text\"", "7", "true")) {
                cases.add(wrong(route.service(), request.json(text), 400, 422));
            }
            cases.add(
                    wrong(route.service(), request.json("{\"url\":\"http://a/\\u0000\",\"session_token\":\"\\u0000\"}"), 422));
            cases.add(wrong(route.service(), request.json("{}"), 422));
            cases.add(wrong(route.service(), request.json("[".repeat(5_000)), 400));
            cases.add(wrong(route.service(), request.body("application/json", "{\"a\":\"\u00ff\u00fe\"}".getBytes(ISO_8859_1)),
                    400));
            cases.add(wrong(route.service(), request.body("text/plain", "{}".getBytes(UTF_8)), 415));
            cases.add(wrong(route.service(), request.body(" ", "{}".getBytes(UTF_8)), 415, 422));
            cases.add(wrong(route.service(), request.body("application/xml", "<a/>".getBytes(UTF_8)), 415));
            cases.add(wrong(route.service(), request.body("no/type;;=", "{}".getBytes(UTF_8)), 400, 415));
            cases.add(wrong(route.service(), request.announcing(200_000), 413));
            cases.add(wrong(route.service(), request.with("Accept", "text/html").json("{}"), 406));
            cases.add(wrong(route.service(), RawRequest.of(route.method(), route.path()).json("{}"), 401));
            cases.add(wrong(route.service(), RawRequest.of("PUT", route.path()).as(partner).json("{}"), 405));
            return cases.stream();
        });
    }

    static Stream<Wrong> checkouts() {
        String start = "/api/rooms/" + room.id() + "/checkout/start";
        String complete = "/api/rooms/" + room.id() + "/checkout";
        String right = "{\"booking_period_id\":\"%s\",\"operator_id\":\"%s\"}".formatted(room.periodId(), room.operatorId());
        String details = Student.sample().details().put("session_token", unpaid.sessionToken()).toString();
        return Stream.of(
                wrong(Service.CHECKOUT, get(start), 405),
                wrong(Service.CHECKOUT, get(complete), 405),
                wrong(Service.CHECKOUT, post("/api/rooms/" + Ids.ulid() + "/checkout/start").json(right), 404),
                wrong(Service.CHECKOUT, post("/api/rooms/not-an-id/checkout/start").json(right), 404),
                wrong(Service.CHECKOUT, post("/api/rooms/%2F/checkout/start").json(right), 404),
                wrong(Service.CHECKOUT, post(start).json(right.replace(room.periodId(), Ids.ulid())), 404, 422),
                wrong(Service.CHECKOUT, post(start).json(right.replace(room.operatorId(), Ids.uuid())), 404, 422),
                wrong(Service.CHECKOUT, post(start).json(right.replace(room.operatorId(), "none")), 404, 422),
                wrong(Service.CHECKOUT, post(complete).json(details), 402),
                wrong(Service.CHECKOUT, post(complete).json(details.replace(unpaid.sessionToken(), "unknown")), 404, 422),
                wrong(Service.CHECKOUT, post(complete).json(details.replace("+44740012", "+4400")), 422),
                wrong(Service.CHECKOUT, post(complete).json(details.replace("17-05-2004", "31-02-2004")), 422),
                wrong(Service.CHECKOUT, post(complete).json(details.replace("manchester", "m".repeat(10_000))), 422),
                wrong(Service.CHECKOUT, post(complete).body("application/x-www-form-urlencoded", form("resident_details={")),
                        400, 422),
                wrong(Service.CHECKOUT, post(complete).body("application/x-www-form-urlencoded", form("%zz=%")), 400, 422),
                wrong(Service.CHECKOUT, post(complete).body("application/x-www-form-urlencoded", form("a=" + LONG)), 413),
                wrong(Service.CHECKOUT, post(complete).json(details.replace("manchester", "man\\u0000chester")), 400, 422),
                wrong(Service.CHECKOUT, get("/admin/partners"), 401),
                wrong(Service.CHECKOUT, get("/admin/partners/%2F/tokens"), 401, 404));
    }

    @ParameterizedTest
    @MethodSource({ "onEveryService", "reads", "bodies", "checkouts" })
    void answersEveryMistakeWithTheEnvelope(Wrong wrong) {
        Reply reply = wrong.request().sendTo(Services.process(wrong.service()).url());
        assertThat(reply.status()).as(reply.body()).isIn(wrong.statuses());
        Envelope.assertError(reply);
        assertThat(reply.header("Location")).as("a redirect").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = { "CHECKOUT", "BOOKING", "DISPATCHER" })
    void neverRedirects(Service service) {
        String collection = collection(service);
        for (String target : List.of(collection + "/", "/" + collection, collection + "//", "//", "/api/")) {
            for (String method : List.of("GET", "POST")) {
                Reply reply = RawRequest.of(method, target).as(partner).json("{}").sendTo(Services.process(service).url());
                assertThat(reply.status()).as(reply.call()).isNotIn(301, 302, 303, 307, 308);
            }
        }
    }

    /**
     * What is no request by HTTP's own rules, or ends while it is still being read: the status counts, a body need not follow.
     */
    static Stream<Wrong> unreadable() {
        return Stream.concat(
                Services.ALL.stream().flatMap(service -> Stream.of(
                        wrong(service, get(collection(service)).with("X-Long", LONG.substring(0, 60_000)), 431),
                        wrong(service, get("/api/" + LONG.substring(0, 30_000)), 414),
                        wrong(service, get("/%"), 400),
                        wrong(service, get("/api/%zz"), 400),
                        wrong(service, get(collection(service) + "/%"), 400),
                        wrong(service, get(collection(service) + "/%zz"), 400),
                        wrong(service, RawRequest.of("POST", collection(service) + "/%zz/checkout").as(partner).json("{}"),
                                400))),
                writing().map(route -> wrong(route.service(),
                        route.request().chunked(("{\"a\":\"" + LONG + "\"}").getBytes(UTF_8)), 413)));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void answersWhatItStopsReadingWithTheStatusAndNothingElse(Wrong wrong) {
        Reply reply = wrong.request().sendTo(Services.process(wrong.service()).url());
        assertThat(reply.status()).as(reply.body()).isIn(wrong.statuses());
        if (!reply.body().isEmpty()) {
            Envelope.assertError(reply);
        }
    }

    private static Stream<Writing> writing() {
        return Stream.of(
                new Writing(Service.CHECKOUT, "POST", "/api/rooms/" + room.id() + "/checkout/start"),
                new Writing(Service.CHECKOUT, "POST", "/api/rooms/" + room.id() + "/checkout"),
                new Writing(Service.BOOKING, "POST", "/api/bookings/" + Ids.ulid() + "/cancel"),
                new Writing(Service.DISPATCHER, "POST", "/api/webhooks"));
    }

    private static String collection(Service service) {
        return switch (service) {
            case CHECKOUT -> "/api/rooms";
            case BOOKING -> "/api/bookings";
            default -> "/api/webhooks";
        };
    }

    private static Wrong wrong(Service service, RawRequest request, Integer... statuses) {
        return new Wrong(service, request, List.of(statuses));
    }

    private static RawRequest get(String target) {
        return RawRequest.of("GET", target).as(partner);
    }

    private static RawRequest post(String target) {
        return RawRequest.of("POST", target).as(partner);
    }

    private static byte[] form(String text) {
        return text.getBytes(UTF_8);
    }
}
