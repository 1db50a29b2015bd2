package io.housemates.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Api;
import io.housemates.acceptance.support.Envelope;
import io.housemates.acceptance.support.Ids;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Patience;
import io.housemates.acceptance.support.Reply;
import io.housemates.acceptance.support.Services;
import io.housemates.localstack.Service;

/** Both headers have to fit on every service, and a change of tokens is everywhere within a second. */
@AcceptanceTest
class CredentialsIT {

    private static final Duration EVERYWHERE_WITHIN = Duration.ofSeconds(1);

    private static Partner partner;
    private static Partner other;
    private static Partner revoked;

    @BeforeAll
    static void createPartners() {
        partner = Partner.create();
        other = Partner.create();
        revoked = partner.withNewToken();
        Services.ALL.forEach(revoked::awaitKnownAt);
        revoked.revokeToken();
        Services.ALL.forEach(service -> Patience.await("revoked at " + service).until(() -> !revoked.isKnownAt(service)));
    }

    static Stream<Map<String, String>> wrongHeaders() {
        String right = "Bearer " + partner.token();
        return Stream.of(
                Map.of(),
                Map.of("Authorization", right),
                Map.of("X-API-PARTNER-ID", partner.id()),
                headers(right, ""),
                headers(right, other.id()),
                headers(right, Ids.ulid()),
                headers(right, partner.id() + "," + other.id()),
                headers("Bearer " + other.token(), partner.id()),
                headers("Bearer " + revoked.token(), partner.id()),
                headers("Bearer " + partner.token() + "x", partner.id()),
                headers("Bearer " + partner.token().substring(1), partner.id()),
                headers("Bearer", partner.id()),
                headers("Bearer ", partner.id()),
                headers("Basic " + partner.token(), partner.id()),
                headers(partner.token(), partner.id()));
    }

    @ParameterizedTest
    @MethodSource("wrongHeaders")
    void refusesWrongCombinationsOnEveryService(Map<String, String> headers) {
        for (Service service : Services.ALL) {
            Api api = Services.anonymous(service);
            for (var header : headers.entrySet()) {
                api = api.with(header.getKey(), header.getValue());
            }
            Reply refused = Services.probe(api, service).expect(401);
            Envelope.assertError(refused);
            assertThat(refused.data().isNull()).as("data is null").isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = { "CHECKOUT", "BOOKING", "DISPATCHER" })
    void readsHeaderNamesInAnyLetterCase(Service service) {
        Api api = Services.anonymous(service)
                .with("AUTHORIZATION", "Bearer " + partner.token())
                .with("x-Api-Partner-Id", partner.id());
        assertThat(Services.probe(api, service).status()).isNotEqualTo(401);
    }

    @Test
    void refusesAdministrationWithoutTheOperatorsToken() {
        Api checkout = Services.anonymous(Service.CHECKOUT);
        Envelope.assertError(checkout.get("/admin/partners").expect(401));
        Envelope.assertError(checkout.with("Authorization", "Bearer " + partner.token()).get("/admin/partners").expect(401));
        Envelope.assertError(partner.checkout().get("/admin/partners").expect(401));
    }

    @RepeatedTest(3)
    void spreadsNewTokensWithinASecond() {
        var created = Partner.createUnannounced();
        assertThat(created.isKnownAt(Service.CHECKOUT)).as("known at its owner at once").isTrue();
        assertSpreads(true, created);
    }

    @RepeatedTest(3)
    void spreadsRevocationsWithinASecond() {
        var token = partner.withNewToken();
        Services.ALL.forEach(token::awaitKnownAt);
        token.revokeToken();
        assertThat(token.isKnownAt(Service.CHECKOUT)).as("known at its owner").isFalse();
        assertSpreads(false, token);
        assertThat(partner.isKnownAt(Service.BOOKING)).as("the partner's other token still works").isTrue();
    }

    /** Both services are asked in turn, so what is measured includes the asking. */
    private static void assertSpreads(boolean known, Partner token) {
        long start = System.nanoTime();
        Map<Service, Duration> delays = new LinkedHashMap<>();
        Patience.await("the change at all services").until(() -> {
            for (Service service : new Service[] { Service.BOOKING, Service.DISPATCHER }) {
                if (!delays.containsKey(service) && token.isKnownAt(service) == known) {
                    delays.put(service, Duration.ofNanos(System.nanoTime() - start));
                }
            }
            return delays.size() == 2;
        });
        assertThat(delays.values()).as("%s", delays).allMatch(delay -> delay.compareTo(EVERYWHERE_WITHIN) < 0);
    }

    private static Map<String, String> headers(String authorization, String partnerId) {
        return Map.of("Authorization", authorization, "X-API-PARTNER-ID", partnerId);
    }
}
