package io.housemates.checkout.details;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Each operator's contact policy: its own rules, or the default ones. */
@ApplicationScoped
public class ContactPolicies {

    /** Served by the primary key of operator. */
    private static final String FIND = "SELECT contact_policy::text FROM operator WHERE id = $1::text::uuid "
            + "AND contact_policy IS NOT NULL";

    private final Pool pool;
    private final ObjectMapper json;
    private final ContactPolicy standard;

    ContactPolicies(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
        this.standard = ContactPolicy.standard(json);
    }

    public Uni<ContactPolicy> of(String operatorId) {
        return pool.preparedQuery(FIND).execute(Tuple.of(operatorId)).map(this::policy);
    }

    private ContactPolicy policy(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return standard;
        }
        try {
            return json.readValue(rows.iterator().next().getString(0), ContactPolicy.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An operator's contact policy cannot be read", e);
        }
    }
}
