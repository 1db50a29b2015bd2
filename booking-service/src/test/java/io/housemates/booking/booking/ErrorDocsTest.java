package io.housemates.booking.booking;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.housemates.localstack.testing.ErrorPage;

class ErrorDocsTest {

    @Test
    void everyErrorIsDocumented() {
        ErrorPage.mustList("booking-service", Arrays.stream(BookingError.values())
                .map(error -> new ErrorPage.Row(error.number(), error.key(), error.status())).toList());
    }
}
