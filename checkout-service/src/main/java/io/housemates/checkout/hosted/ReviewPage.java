package io.housemates.checkout.hosted;

import io.housemates.checkout.cancellation.CancellationPolicy;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * @param review null where the details came another way than by these pages
 * @param card null when nothing is to be paid
 * @param terms what comes back of the deposit after a cancellation; null when nothing is to be paid, or nobody has said
 * @param failed whether a payment was just tried in vain
 */
@CheckedTemplate(basePath = "hosted", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ReviewPage(Frame frame, Review review, Card card, CancellationPolicy terms, boolean failed) implements TemplateInstance {

    /**
     * What Stripe.js needs; in a preview there is none of it.
     *
     * @param script its address, null in a preview
     * @param amount as it is shown
     */
    record Card(String script, String publishableKey, String clientSecret, String amount) {

        @Override
        public String toString() {
            return "Card[…]";
        }
    }
}
