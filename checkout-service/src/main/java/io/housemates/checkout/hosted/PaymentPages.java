package io.housemates.checkout.hosted;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.housemates.checkout.hosted.draft.DraftReader;
import io.housemates.checkout.hosted.draft.Reading;
import io.housemates.checkout.hosted.guard.HostedConfig;
import io.housemates.checkout.payment.ClientSecrets;
import io.housemates.checkout.payment.StripeConfig;
import io.housemates.checkout.session.StudentCheckout;
import io.housemates.checkout.session.StudentCheckout.Progress;
import io.housemates.platform.api.ApiException;
import io.smallrye.mutiny.Uni;

/** Shows the pages from the review to the confirmation, and knows which of them a session has come to. */
@ApplicationScoped
class PaymentPages {

    private static final int LAST_STEP = 6;

    private final Frames frames;
    private final DraftReader reader;
    private final ClientSecrets secrets;
    private final StripeConfig stripe;
    private final HostedConfig config;

    PaymentPages(Frames frames, DraftReader reader, ClientSecrets secrets, StripeConfig stripe, HostedConfig config) {
        this.frames = frames;
        this.reader = reader;
        this.secrets = secrets;
        this.stripe = stripe;
        this.config = config;
    }

    /** The page for what has become of a session once it was asked about its payment. */
    static String after(StudentCheckout checkout) {
        return switch (checkout.progress()) {
            case BOOKED -> "confirmation";
            case PROCESSING, ENDING -> "processing";
            case HELD -> "review";
            default -> "start";
        };
    }

    /** What was decided is kept; only the answer about the money is still to come. */
    static boolean isStripeAway(Throwable failure) {
        return failure instanceof ApiException refused && refused.error().status() >= 502;
    }

    Uni<Response> review(Visit visit, boolean failed) {
        return Uni.combine().all().unis(reader.read(visit.draft(), visit.offer()), card(visit))
                .with((reading, card) -> Html.page(200, visit.spoken(),
                        new ReviewPage(frames.of(visit, "review", failed ? "failed=1" : null, LAST_STEP),
                                review(visit, reading), card,
                                card == null ? null : visit.offer().cancellation(), failed)));
    }

    Response processing(Visit visit) {
        return Html.page(200, visit.spoken(),
                new ProcessingPage(frames.of(visit, "processing", 0), visit.is(Progress.ENDING)));
    }

    Response confirmation(Visit visit) {
        boolean housingHand = visit.checkout().plan() != null && visit.checkout().plan().housingHand();
        return Html.page(200, visit.spoken(), new ConfirmationPage(frames.of(visit, "confirmation", 0),
                visit.checkout().bookingId(), housingHand));
    }

    private static Review review(Visit visit, Reading reading) {
        return reading.isRight() ? Review.of(reading.details(), visit.draft(), visit.wording()) : null;
    }

    private Uni<ReviewPage.Card> card(Visit visit) {
        if (visit.isFree() || !visit.is(Progress.HELD)) {
            return Uni.createFrom().nullItem();
        }
        String amount = visit.wording().money(visit.checkout().amount());
        if (visit.sample()) {
            return Uni.createFrom().item(new ReviewPage.Card(null, null, null, amount));
        }
        return secrets.of(visit.id()).map(secret -> new ReviewPage.Card(config.stripeScript().toString(),
                stripe.publishableKey(), secret, amount));
    }
}
