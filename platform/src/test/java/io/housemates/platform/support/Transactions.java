package io.housemates.platform.support;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.housemates.platform.outbox.Outbox;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** Runs work the way a request does: in one transaction, on an event loop of its own. */
@ApplicationScoped
public class Transactions {

    private final Outbox outbox;
    private final Vertx vertx;

    Transactions(Outbox outbox, Vertx vertx) {
        this.outbox = outbox;
        this.vertx = vertx;
    }

    public void append(String key, String data) {
        run(() -> outbox.append("happenings", key, "something.happened", data));
    }

    public <T> T run(Supplier<Uni<T>> work) {
        return begin(() -> outbox.transaction(work)).join();
    }

    /** Work that opens its transactions itself. */
    public <T> CompletableFuture<T> begin(Supplier<Uni<T>> work) {
        var done = new CompletableFuture<T>();
        var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> work.get().subscribe().with(done::complete, done::completeExceptionally));
        return done;
    }
}
