package io.housemates.booking.booking;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** All bookings. */
@ApplicationScoped
class Bookings implements PanacheRepositoryBase<Booking, String> {

    /** Totals are told up to this number: counting further would take longer than reading the page. */
    static final int COUNTED = 10_000;

    /** Null when there is none that the caller may see. */
    Uni<Booking> find(Scope scope, String id) {
        return findById(id).map(booking -> booking != null && scope.covers(booking) ? booking : null);
    }

    /** The same, for a change: others wait until the caller's transaction is over. */
    Uni<Booking> lock(Scope scope, String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .map(booking -> booking != null && scope.covers(booking) ? booking : null);
    }

    /**
     * One row more than the page holds tells whether there is another page. An index tells which rows these are.
     *
     * @param few whether the filter leaves so few that they can be sorted: in the index of their order they may lie far apart
     */
    Uni<List<Booking>> list(BookingQuery query, List<String> tokens, boolean few) {
        Conditions conditions = query.filter().conditions(tokens);
        int first = query.page().offset();
        if (query.cursor() != null) {
            query.order().after(query.cursor(), conditions);
            first = 0;
        }
        boolean sorted = few && !query.order().day().equals(query.filter().natural().day());
        String order = sorted ? query.order().hqlOfNoIndex() : query.order().hql();
        return query("select bookingId" + conditions.hql() + " order by " + order, String.class, conditions, first,
                query.page().perPage() + 1).chain(this::fetch);
    }

    /** In the order of the ids. */
    private Uni<List<Booking>> fetch(List<String> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of())
                : find("id in ?1", ids).list().map(found -> {
                    Map<String, Booking> byId = found.stream().collect(Collectors.toMap(Booking::id, Function.identity()));
                    return ids.stream().map(byId::get).toList();
                });
    }

    /** Goes through an index in its order, so that it can stop at what is counted. */
    Uni<Long> count(BookingFilter filter, List<String> tokens) {
        Conditions conditions = filter.conditions(tokens);
        String order = tokens == null ? filter.natural().day() : "bookingId";
        return query(
                "select count(*) from (select bookingId as id" + conditions.hql() + " order by " + order + " limit " + COUNTED
                        + ") counted",
                Long.class, conditions, 0, 1).map(rows -> rows.get(0));
    }

    private static <T> Uni<List<T>> query(String hql, Class<T> type, Conditions conditions, int first, int rows) {
        return Panache.getSession().chain(session -> {
            var query = session.createQuery(hql, type).setFirstResult(first).setMaxResults(rows);
            conditions.parameters().forEach(query::setParameter);
            return query.getResultList();
        });
    }
}
