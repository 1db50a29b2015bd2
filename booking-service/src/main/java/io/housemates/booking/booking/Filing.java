package io.housemates.booking.booking;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.housemates.platform.OwnContext;
import io.housemates.platform.outbox.Outbox;
import io.housemates.platform.privacy.UnknownKeyException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Files bookings anew for the search: those of before there was a search, and all after BLIND_INDEX_KEYSET got another primary
 * key, so that the older one can be dropped.
 */
@ApplicationScoped
class Filing {

    private static final Logger LOG = Logger.getLogger(Filing.class);
    private static final int BATCH = 200;
    /** Bookings that cannot be opened are left; so many, and the next run goes on with others. */
    private static final int TOO_MANY = 1_000;
    /** As many as a statement may name: then all are tried again. */
    private static final int TOO_MANY_TO_REMEMBER = 20_000;

    /** Served by booking_filed. */
    private static final String OUTDATED = " FROM booking WHERE sealed_details IS NOT NULL"
            + " AND (filed_under IS NULL OR filed_under < ?1 OR filed_under > ?1)";
    private static final String NEXT = "SELECT id" + OUTDATED + " AND NOT id = ANY(string_to_array(?2, ' ')) LIMIT " + BATCH
            + " FOR UPDATE SKIP LOCKED";
    private static final String COUNT = "SELECT count(*)" + OUTDATED;

    private final Bookings bookings;
    private final SearchTerms terms;
    private final PersonalData personal;
    private final Outbox outbox;

    /** What could not be opened since all bookings were last looked through. */
    private final Set<String> failed = ConcurrentHashMap.newKeySet();
    private volatile int unusable;

    Filing(Bookings bookings, SearchTerms terms, PersonalData personal, Outbox outbox) {
        this.bookings = bookings;
        this.terms = terms;
        this.personal = personal;
        this.outbox = outbox;
    }

    @Scheduled(every = "${housemates.blind-index.look-for-outdated}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> fileOutdated() {
        int before = failed.size();
        return Multi.createBy().repeating().uni(() -> OwnContext.run(() -> outbox.transaction(this::batch)))
                .whilst(looked -> looked > 0 && failed.size() - before < TOO_MANY)
                .collect().with(Collectors.summingInt(Integer::intValue))
                .invoke(looked -> tell(looked, failed.size() - before))
                .onFailure().invoke(e -> LOG.warnf("Bookings not filed yet reason=\"%s\"", e.getClass().getSimpleName()))
                .onFailure().recoverWithNull().replaceWithVoid();
    }

    private void tell(int looked, int failedNow) {
        if (looked > 0) {
            LOG.infof("Bookings filed anew count=%d failed=%d", looked - failedNow, failedNow);
        }
        unusable = failed.size();
        if (failedNow < TOO_MANY || unusable > TOO_MANY_TO_REMEMBER) {
            failed.clear();
        }
    }

    /**
     * What is not as it should be.
     *
     * @param left how many bookings are found only by an older key, or not at all
     * @param unusable how many more cannot be opened, as far as this replica has looked
     */
    record Outdated(long left, long unusable) {
    }

    Uni<Outdated> outdated() {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session
                .createNativeQuery(COUNT, Long.class).setParameter(1, terms.mark()).getSingleResult()))
                .map(count -> new Outdated(count - Math.min(count, unusable), Math.min(count, unusable)));
    }

    private Uni<Integer> batch() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEXT, String.class).setParameter(1, terms.mark())
                        .setParameter(2, String.join(" ", failed)).getResultList())
                .call(ids -> Multi.createFrom().iterable(ids)
                        .onItem().transformToUniAndConcatenate(id -> bookings.findById(id)
                                .chain(this::file))
                        .collect().last())
                .map(List::size);
    }

    private Uni<Void> file(Booking booking) {
        return personal.showWhole(booking)
                .onFailure(Filing::cannotBeOpened).recoverWithItem(() -> {
                    failed.add(booking.id());
                    return null;
                })
                .chain(shown -> shown == null ? Uni.createFrom().voidItem()
                        : terms.remove(shown).chain(() -> terms.add(shown)).invoke(() -> shown.file(terms.mark())));
    }

    private static boolean cannotBeOpened(Throwable failure) {
        return failure instanceof UnknownKeyException || failure instanceof IllegalStateException;
    }
}
