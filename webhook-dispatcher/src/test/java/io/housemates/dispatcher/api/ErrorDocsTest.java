package io.housemates.dispatcher.api;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.housemates.localstack.testing.ErrorPage;

class ErrorDocsTest {

    @Test
    void everyErrorIsDocumented() {
        ErrorPage.mustList("webhook-dispatcher", Arrays.stream(DispatcherError.values())
                .map(error -> new ErrorPage.Row(error.number(), error.key(), error.status())).toList());
    }
}
