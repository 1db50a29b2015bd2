package io.housemates.acceptance.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.housemates.acceptance.support.Database;
import io.housemates.acceptance.support.Ids;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Patience;
import io.housemates.acceptance.webhook.Crowd.Arrival;

/** Many bookings with a story each, told to several endpoints of several partners, and what must have arrived in the end. */
final class Flow implements AutoCloseable {

    private static final List<String> STORY = List.of("booking.created", "booking.updated", "booking.cancelled");
    private static final int ENDPOINTS_EACH = 8;

    private final Crowd crowd = new Crowd();
    private final Set<String> expected = new HashSet<>();
    private final Map<String, Partner> subscriptions = new HashMap<>();
    private final Dispatchers dispatchers;
    private final List<Partner> partners;
    private final BookingNews news;

    Flow(Dispatchers dispatchers, List<Partner> partners, BookingNews news) {
        this.dispatchers = dispatchers;
        this.partners = partners;
        this.news = news;
        for (Partner partner : partners) {
            for (int number = 0; number < ENDPOINTS_EACH; number++) {
                subscriptions.put(dispatchers.subscribe(partner, crowd.url(endpoint(partner, number)), "booking.*"), partner);
            }
        }
    }

    /** The stories of that many bookings, told at the same time; every second one is sealed. */
    void tell(int count) {
        List<String> bookings = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            bookings.add(Ids.ulid());
        }
        for (String type : STORY) {
            for (int n = 0; n < count; n++) {
                Partner partner = partners.get(n % partners.size());
                boolean sealed = n / partners.size() % 2 == 0;
                String event = sealed ? news.sealed(partner, bookings.get(n), type)
                        : news.inClear(partner, bookings.get(n), type);
                for (int number = 0; number < ENDPOINTS_EACH; number++) {
                    expected.add(endpoint(partner, number) + " " + event);
                }
            }
        }
    }

    /** Until that share of what must arrive has arrived. */
    void awaitShare(double share) {
        Patience.await("a share of the flow").until(() -> crowd.count() >= expected.size() * share);
    }

    /** Until everything has arrived, and every delivery has come to its end in the books, too. */
    void awaitEverything() {
        Patience.await("everything to arrive").until(() -> crowd.hasAll(expected));
        Patience.await("no delivery to wait").until(() -> !states().contains("PENDING"));
        assertThat(states()).containsExactly("DELIVERED");
    }

    int size() {
        return expected.size();
    }

    /** When the last one arrived, in the time of {@link System#nanoTime()}. */
    long lastArrival() {
        return crowd.arrivals().stream().mapToLong(Arrival::at).max().orElseThrow();
    }

    /** Arrivals beyond the first of an event at an endpoint that no retry explains. */
    long duplicates() {
        return crowd.arrivals().size()
                - crowd.arrivals().stream().map(one -> one.once() + " " + one.attempt()).distinct().count();
    }

    /** Attempts after one that had failed. */
    long retries() {
        return crowd.arrivals().stream().filter(one -> one.attempt() > 1).map(one -> one.once() + " " + one.attempt())
                .distinct()
                .count();
    }

    void assertNothingElseCame() {
        assertThat(crowd.arrivals()).extracting(Arrival::once).isSubsetOf(expected);
        assertThat(crowd.arrivals()).as("with the student's details").allMatch(Arrival::personal);
    }

    /** Of one booking at one endpoint, nothing comes after what follows it, not even again. */
    void assertInOrder() {
        Map<String, List<Integer>> stories = crowd.arrivals().stream()
                .collect(Collectors.groupingBy(one -> one.endpoint() + " " + one.bookingId(),
                        Collectors.mapping(one -> STORY.indexOf(one.type()), Collectors.toList())));
        assertThat(stories.values()).isNotEmpty().allSatisfy(story -> assertThat(story).isSorted());
    }

    @Override
    public void close() {
        subscriptions.forEach((id, partner) -> dispatchers.as(partner).delete("/api/webhooks/" + id).expect(200));
        crowd.close();
    }

    private List<String> states() {
        return Database.DISPATCHER_APART.column("SELECT DISTINCT status FROM delivery WHERE subscription_id = ANY(?)",
                (Object) subscriptions.keySet().toArray(String[]::new));
    }

    private static String endpoint(Partner partner, int number) {
        return partner.id() + "-" + number;
    }
}
