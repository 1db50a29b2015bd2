package io.housemates.localstack.stripe.http;

import java.util.Optional;
import java.util.function.Function;

/** One authenticated request on its way to its one answer: its idempotency key taken, its endpoint run, its answer sent. */
public final class Call {

    private static final System.Logger LOG = System.getLogger(Call.class.getName());

    private final ApiRequest request;
    private final Function<ApiRequest, Answer> endpoint;
    private final IdempotencyKeys keys;
    private final Reply reply;

    Call(ApiRequest request, Function<ApiRequest, Answer> endpoint, IdempotencyKeys keys, Reply reply) {
        this.request = request;
        this.endpoint = endpoint;
        this.keys = keys;
        this.reply = reply;
    }

    public ApiRequest request() {
        return request;
    }

    /** Does what is asked unless it was done before under the same key; returns the answer without sending it. */
    public Answer answer() {
        return begin().orElseGet(() -> finishWith(run()));
    }

    /** Takes the idempotency key; returns an answer only if there is nothing left to do. */
    public Optional<Answer> begin() {
        try {
            return keys.begin(request);
        } catch (StripeError refused) {
            return Optional.of(refused.answer());
        }
    }

    /** Does what is asked. */
    public Answer run() {
        try {
            return endpoint.apply(request);
        } catch (StripeError error) {
            return error.answer();
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "The simulator failed on " + request, bug);
            return StripeError.internal().answer();
        }
    }

    /** Keeps the answer under the idempotency key, if it is one to keep, and sets the key free. */
    public Answer finishWith(Answer answer) {
        keys.finish(request, answer);
        return answer;
    }

    public void send(Answer answer) {
        reply.send(answer);
    }

    /** Cuts the connection without an answer. */
    public void cut() {
        reply.cut();
    }

    /** Notes in the request log that a fault was put in the way. */
    public void faulted(String kind) {
        reply.faulted(kind);
    }
}
