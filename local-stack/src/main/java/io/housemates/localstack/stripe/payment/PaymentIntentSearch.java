package io.housemates.localstack.stripe.payment;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.housemates.localstack.stripe.http.ApiRequest;
import io.housemates.localstack.stripe.http.Form;
import io.housemates.localstack.stripe.http.Listing;
import io.housemates.localstack.stripe.state.Json;

/** {@code /v1/payment_intents/search}, newest first; like Stripe's it can be told to lag behind what was just written. */
public final class PaymentIntentSearch {

    private final Ledger ledger;
    private Duration lag = Duration.ZERO;

    PaymentIntentSearch(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Stripe's own index lags by up to a minute, and by an hour during its outages. */
    public void lagBehind(Duration lag) {
        this.lag = lag;
    }

    public Object search(ApiRequest request) {
        Form form = request.form().allowOnly(Set.of("query", "limit", "page"));
        Predicate<PaymentIntent> wanted = SearchQuery.parse(form.requireText("query"));
        int limit = Listing.limit(form);
        long indexedUntil = ledger.now() - lag.toSeconds();
        List<PaymentIntent> found = from(form.text("page").orElse(null))
                .filter(intent -> intent.created() <= indexedUntil)
                .filter(wanted).limit(limit + 1L).toList();
        boolean more = found.size() > limit;
        return Json.object().put("object", "search_result").put("url", request.path()).put("has_more", more)
                .put("next_page", more ? found.get(limit).id() : null)
                .set("data", Json.tree(found.subList(0, Math.min(limit, found.size()))));
    }

    private Stream<PaymentIntent> from(String page) {
        Stream<PaymentIntent> all = ledger.intents().newestFirst();
        return page == null ? all : all.dropWhile(intent -> !intent.id().equals(page));
    }
}
