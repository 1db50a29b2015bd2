package io.housemates.checkout.retention;

import java.util.Collection;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Statements over many ids in the caller's transaction. */
final class Sql {

    private Sql() {
    }

    /** @param statement reads the ids as {@code string_to_array(?1, ' ')}: Hibernate binds no arrays */
    static Uni<Integer> run(String statement, Collection<String> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(0)
                : Panache.getSession().chain(session -> session.createNativeQuery(statement)
                        .setParameter(1, String.join(" ", ids)).executeUpdate());
    }
}
