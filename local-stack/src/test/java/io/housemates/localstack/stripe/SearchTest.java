package io.housemates.localstack.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeSearchResult;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentSearchParams;

class SearchTest extends SimulatorTest {

    private PaymentIntent first;
    private PaymentIntent second;
    private PaymentIntent third;

    @BeforeEach
    void threeIntents() throws StripeException {
        first = stripe.v1().paymentIntents().create(deposit().putMetadata("session_id", "it's \"one\"").build());
        second = stripe.v1().paymentIntents().create(deposit().putMetadata("session_id", "two").setAmount(50_000L).build());
        third = stripe.v1().paymentIntents().create(deposit().putMetadata("session_id", "two").setCurrency("aud").build());
        pay(third, "pm_card_visa");
    }

    @Test
    void findsByMetadata() throws StripeException {
        assertThat(search("metadata['session_id']:'two'")).containsExactly(third.getId(), second.getId());
        assertThat(search("metadata[\"session_id\"]:\"it's \\\"one\\\"\"")).containsExactly(first.getId());
        assertThat(search("metadata['session_id']:'three'")).isEmpty();
    }

    @Test
    void joinsClauses() throws StripeException {
        assertThat(search("metadata['session_id']:'two' AND status:'succeeded'")).containsExactly(third.getId());
        assertThat(search("status:'succeeded' OR amount>=50000")).containsExactly(third.getId(), second.getId());
        assertThat(search("-currency:'aud' AND created>1000000000 AND amount<50000")).containsExactly(first.getId());
        assertThat(search("metadata['session_id']~'WO' and -status:'succeeded'")).containsExactly(second.getId());
        assertThat(search("metadata['room_id']:null")).hasSize(3);
    }

    @Test
    void givesOnePageAfterAnother() throws StripeException {
        StripeSearchResult<PaymentIntent> page = stripe.v1().paymentIntents().search(
                PaymentIntentSearchParams.builder().setQuery("amount>0").setLimit(2L).build());
        assertThat(page.getData()).extracting(PaymentIntent::getId).containsExactly(third.getId(), second.getId());
        assertThat(page.getHasMore()).isTrue();

        StripeSearchResult<PaymentIntent> next = stripe.v1().paymentIntents().search(
                PaymentIntentSearchParams.builder().setQuery("amount>0").setLimit(2L).setPage(page.getNextPage()).build());
        assertThat(next.getData()).extracting(PaymentIntent::getId).containsExactly(first.getId());
        assertThat(next.getHasMore()).isFalse();
    }

    @Test
    void canLagBehindAsStripesIndexDoes() throws StripeException {
        control.put("/_simulator/search", "{'lag_ms':60000}");

        assertThat(search("metadata['session_id']:'two'")).isEmpty();
        assertThat(stripe.v1().paymentIntents().list().getData()).hasSize(3);
    }

    @Test
    void refusesAQueryItCannotRead() {
        for (String query : List.of("session_id='two'", "metadata['a']:'b' AND", "status:", "")) {
            assertThat(catchThrowableOfType(InvalidRequestException.class, () -> search(query)).getStatusCode()).isEqualTo(400);
        }
    }

    @Test
    void listsInPagesNewestFirst() throws StripeException {
        var pages = PaymentIntentListParams.builder().setLimit(2L);
        assertThat(list(pages)).containsExactly(third.getId(), second.getId());
        assertThat(list(pages.setStartingAfter(second.getId()))).containsExactly(first.getId());
        assertThat(list(PaymentIntentListParams.builder().setLimit(1L).setEndingBefore(first.getId())))
                .containsExactly(second.getId());
        assertThat(list(PaymentIntentListParams.builder()
                .setCreated(PaymentIntentListParams.Created.builder().setLt(first.getCreated()).build()))).isEmpty();
    }

    private List<String> search(String query) throws StripeException {
        return stripe.v1().paymentIntents().search(PaymentIntentSearchParams.builder().setQuery(query).build()).getData()
                .stream()
                .map(PaymentIntent::getId).toList();
    }

    private List<String> list(PaymentIntentListParams.Builder params) throws StripeException {
        return stripe.v1().paymentIntents().list(params.build()).getData().stream().map(PaymentIntent::getId).toList();
    }
}
