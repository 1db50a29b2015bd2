package io.housemates.dispatcher.subscription;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.housemates.dispatcher.egress.AddressTable;
import io.housemates.dispatcher.egress.EgressGuard;
import io.housemates.dispatcher.egress.EgressRules;
import io.housemates.dispatcher.event.EventCatalogue;
import io.housemates.dispatcher.support.DispatcherTest;
import io.housemates.platform.api.InvalidFieldsException;
import io.vertx.core.Future;

@DispatcherTest
class SubscriptionRulesTest {

    @Inject
    EventCatalogue catalogue;

    @Test
    void refusesAHostWhoseNameServerNeverAnswers() {
        var silent = new EgressGuard(AddressTable.load(), EgressRules.production(), host -> Future.future(promise -> {
        }));
        var request = new CreateSubscription("https://partner.example/", List.of("*"), null, null, null, null);

        assertThatThrownBy(() -> new SubscriptionRules(catalogue, silent).check(request).await().atMost(Duration.ofSeconds(15)))
                .isInstanceOf(InvalidFieldsException.class);
    }
}
