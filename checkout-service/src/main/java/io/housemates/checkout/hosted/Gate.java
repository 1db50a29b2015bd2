package io.housemates.checkout.hosted;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

/** Lets a student pass to pages where something is left to do; others are shown how the session stands. */
@ApplicationScoped
class Gate {

    private final Visits visits;
    private final Notices notices;

    Gate(Visits visits, Notices notices) {
        this.visits = visits;
        this.notices = notices;
    }

    Uni<Response> pass(Request request, Function<Visit, Uni<Response>> page) {
        return visits.open(request).chain(visit -> switch (visit.checkout().progress()) {
            case BOOKED -> answer(Html.to(visit.id(), "confirmation"));
            case PROCESSING, ENDING -> answer(Html.to(visit.id(), "processing"));
            case CANCELLED -> answer(notices.page(visit, Notice.CANCELLED));
            case EXPIRED -> answer(notices.page(visit, Notice.EXPIRED));
            case REFUNDED -> answer(notices.page(visit, Notice.of(visit.checkout().moneyBack())));
            case OPEN, HELD, PAID -> visit.isTooLate() ? answer(notices.page(visit, Notice.SOLD_OUT)) : page.apply(visit);
        });
    }

    private static Uni<Response> answer(Response response) {
        return Uni.createFrom().item(response);
    }
}
