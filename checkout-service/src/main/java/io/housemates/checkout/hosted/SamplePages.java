package io.housemates.checkout.hosted;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.housemates.checkout.hosted.draft.Draft;
import io.housemates.checkout.hosted.draft.Step;
import io.housemates.checkout.hosted.text.Spoken;
import io.housemates.checkout.partner.Branding;
import io.housemates.checkout.session.StudentCheckout.Progress;
import io.housemates.platform.api.CommonError;
import io.smallrye.mutiny.Uni;

/** Every page a student can come to, made of sample data. */
@ApplicationScoped
class SamplePages {

    /** The order in which a preview leads through them. */
    private static final List<String> WAY = List.of("stay", "you", "course", "plan", "contact", "review", "complete",
            "confirmation");

    private final StepPages steps;
    private final PaymentPages payment;
    private final Notices notices;
    private final Clock clock;

    SamplePages(StepPages steps, PaymentPages payment, Notices notices, Clock clock) {
        this.steps = steps;
        this.payment = payment;
        this.notices = notices;
        this.clock = clock;
    }

    /** @param address of the preview in its language, without the page */
    Uni<Response> show(String page, String address, Branding branding, Spoken spoken) {
        var sample = new Sample(address, branding, spoken, clock.instant());
        return switch (page) {
            case "stay" -> answer(steps.stay(sample.visit(Progress.OPEN, Draft.EMPTY)));
            case "you", "course", "plan", "contact" -> steps.step(sample.visit(Progress.OPEN), Step.fromString(page), false);
            case "wrong" -> steps.step(sample.visit(Progress.OPEN, Draft.EMPTY), Step.YOU, true);
            case "review" -> payment.review(sample.visit(Progress.HELD), false);
            case "failed" -> payment.review(sample.visit(Progress.HELD), true);
            case "processing" -> answer(payment.processing(sample.visit(Progress.PROCESSING)));
            case "ending" -> answer(payment.processing(sample.visit(Progress.ENDING)));
            case "confirmation" -> answer(payment.confirmation(sample.visit(Progress.BOOKED)));
            case "return" -> answer(Html.to(address, "confirmation"));
            case "start", "leave" -> answer(Html.to(address, "stay"));
            default -> answer(notices.page(sample.visit(Progress.EXPIRED),
                    Notice.at(page).orElseThrow(CommonError.NOT_FOUND::exception)));
        };
    }

    /** Where the form of a page leads. */
    static String after(String page) {
        int index = WAY.indexOf(page);
        return index < 0 || index == WAY.size() - 1 ? "stay" : WAY.get(index + 1);
    }

    private static Uni<Response> answer(Response response) {
        return Uni.createFrom().item(response);
    }
}
