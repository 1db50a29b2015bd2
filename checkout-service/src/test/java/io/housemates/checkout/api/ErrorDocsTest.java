package io.housemates.checkout.api;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.housemates.localstack.testing.ErrorPage;

class ErrorDocsTest {

    @Test
    void everyErrorIsDocumented() {
        ErrorPage.mustList("checkout-service", Arrays.stream(CheckoutError.values())
                .map(error -> new ErrorPage.Row(error.number(), error.key(), error.status())).toList());
    }
}
