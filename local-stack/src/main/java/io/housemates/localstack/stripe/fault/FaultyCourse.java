package io.housemates.localstack.stripe.fault;

import java.util.Optional;
import java.util.function.Consumer;

import io.housemates.localstack.stripe.http.Answer;
import io.housemates.localstack.stripe.http.ApiRequest;
import io.housemates.localstack.stripe.http.Call;
import io.housemates.localstack.stripe.http.StripeError;
import io.housemates.localstack.stripe.state.Later;

/** Sends every API call on its course: straight to its answer, or into the fault that waits for it. */
public final class FaultyCourse implements Consumer<Call> {

    private final Faults faults;
    private final Later later;

    public FaultyCourse(Faults faults, Later later) {
        this.faults = faults;
        this.later = later;
    }

    @Override
    public void accept(Call call) {
        ApiRequest request = call.request();
        Optional<Fault> fault = faults.forRequest(request.method(), request.path(), request.idempotencyKey().orElse(null));
        if (fault.isEmpty()) {
            call.send(call.answer());
        } else {
            call.faulted(fault.get().kind().word());
            suffer(fault.get(), call);
        }
    }

    private void suffer(Fault fault, Call call) {
        switch (fault.kind()) {
            case TIMEOUT_BEFORE, DISCONNECT_BEFORE -> later.after(fault.delay(), call::cut);
            case TIMEOUT_AFTER, DISCONNECT_AFTER -> {
                call.answer();
                later.after(fault.delay(), call::cut);
            }
            case STATUS_429 -> call.send(StripeError.tooManyRequests().answer());
            case STATUS_503 -> call.send(StripeError.unavailable().answer());
            case STATUS_500 -> call.send(call.begin().orElseGet(() -> call.finishWith(StripeError.internal().answer())));
            case STATUS_500_AFTER -> call.send(call.begin().orElseGet(() -> {
                call.run();
                return call.finishWith(StripeError.internal().answer());
            }));
            case SLOW -> call.begin().ifPresentOrElse(call::send,
                    () -> later.after(fault.delay(), () -> call.send(call.finishWith(call.run()))));
            case SLOW_ANSWER -> {
                Answer answer = call.answer();
                later.after(fault.delay(), () -> call.send(answer));
            }
            default -> call.send(call.answer());
        }
    }
}
