package io.housemates.checkout.idempotency;

import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.housemates.platform.api.Envelope;
import io.smallrye.mutiny.Uni;

/**
 * Runs a request once per {@code Idempotency-Key} and replays its first success for 24 hours. A failure is not kept: it
 * changed nothing, and trying again with the same key is how a client recovers from it.
 */
@ApplicationScoped
public class Idempotency {

    private static final int CREATED = 201;

    private final IdempotencyKeys keys;
    private final ObjectMapper json;

    Idempotency(IdempotencyKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** Answers 201 with the envelope that {@code work} comes to. */
    public <T> Uni<Response> created(IdempotentRequest request, Supplier<Uni<Envelope<T>>> work) {
        if (!request.hasKey()) {
            return work.get().map(this::first).map(answer -> response(answer).build());
        }
        return replayedOr(request, () -> Uni.createFrom().deferred(() -> work.get())
                .map(this::first)
                .call(answer -> keys.keep(request, answer)));
    }

    /** The same for work that keeps its answer itself; whoever comes after a crash gets it. */
    public <T> Uni<Response> createdAndKept(IdempotentRequest request, Function<Answering, Uni<Envelope<T>>> work) {
        if (!request.hasKey()) {
            return created(request, () -> work.apply(answer -> Uni.createFrom().voidItem()));
        }
        return replayedOr(request, () -> Uni.createFrom()
                .deferred(() -> work.apply(answer -> keys.keepInTransaction(request, first(answer))))
                .map(this::first));
    }

    private Uni<Response> replayedOr(IdempotentRequest request, Supplier<Uni<StoredAnswer>> run) {
        return keys.claim(request).chain(stored -> stored == null
                ? run.get().onFailure().call(() -> keys.free(request)).map(answer -> response(answer).build())
                : Uni.createFrom().item(response(stored).header("Idempotent-Replayed", "true").build()));
    }

    private StoredAnswer first(Envelope<?> envelope) {
        try {
            return new StoredAnswer(CREATED, json.writeValueAsString(envelope));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response.ResponseBuilder response(StoredAnswer answer) {
        return Response.status(answer.status()).type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body());
    }
}
