package io.housemates.platform;

import java.util.function.Supplier;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;

/**
 * Runs work on a Vert.x context of its own. Hibernate keeps its session in the context, so pieces of work that run side by
 * side and each open a session must not share one.
 */
public final class OwnContext {

    private OwnContext() {
    }

    /** To be called on a Vert.x context; the work runs on a duplicate of it. */
    public static <T> Uni<T> run(Supplier<Uni<T>> work) {
        Context context = VertxContext.createNewDuplicatedContext();
        VertxContextSafetyToggle.setContextSafe(context, true);
        return Uni.createFrom().deferred(() -> work.get())
                .runSubscriptionOn(command -> context.runOnContext(ignored -> command.run()));
    }
}
