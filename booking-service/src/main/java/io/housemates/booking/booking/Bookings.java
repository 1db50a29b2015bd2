package io.housemates.booking.booking;

import java.util.List;

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

    /** One row more than the page holds tells whether there is another page. */
    Uni<List<Booking>> list(BookingQuery query, List<String> tokens) {
        Conditions conditions = query.filter().conditions(tokens);
        int first = query.page().offset();
        if (query.cursor() != null) {
            query.order().after(query.cursor(), conditions);
            first = 0;
        }
        int rows = query.page().perPage() + 1;
        return query.filter().goesAcross(query.order()) ? across(query, conditions, first, rows)
                : find(conditions.hql() + " order by " + query.order().hql(), conditions.parameters())
                        .range(first, first + rows - 1).list();
    }

    /** Which rows these are an index tells that has both days, see V5; then they are fetched. */
    private Uni<List<Booking>> across(BookingQuery query, Conditions conditions, int first, int rows) {
        String order = query.filter().isShort() ? query.order().hqlOfNoIndex() : query.order().hql();
        return Panache.getSession().chain(session -> {
            var ids = session.createQuery("select id from Booking where " + conditions.hql() + " order by " + order,
                    String.class);
            conditions.parameters().forEach(ids::setParameter);
            return ids.setFirstResult(first).setMaxResults(rows).getResultList();
        }).chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of())
                : find("id in ?1 order by " + query.order().hql(), ids).list());
    }

    Uni<Long> count(BookingFilter filter, List<String> tokens) {
        return tokens == null ? count(filter) : countFound(filter.conditions(null), tokens);
    }

    private static Uni<Long> count(BookingFilter filter) {
        Conditions conditions = filter.conditions(null);
        return Panache.getSession().chain(session -> {
            var count = session.createQuery("select count(*) from (select id as id from Booking where " + conditions.hql()
                    + " order by " + filter.natural().column() + " limit " + COUNTED + ") counted", Long.class);
            conditions.parameters().forEach(count::setParameter);
            return count.getSingleResult();
        });
    }

    /** What was found is looked up one by one: to compare it with all bookings may seem cheaper to PostgreSQL. */
    private static Uni<Long> countFound(Conditions conditions, List<String> tokens) {
        return Panache.getSession().chain(session -> {
            var count = session.createQuery("select count(*) from (" + SearchTerms.FOUND + ") found where "
                    + "(select 1 from Booking where id = found.id and " + conditions.hql() + ") = 1", Long.class);
            conditions.with("tokens", tokens).parameters().forEach(count::setParameter);
            return count.getSingleResult();
        });
    }
}
