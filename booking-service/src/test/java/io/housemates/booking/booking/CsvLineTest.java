package io.housemates.booking.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CsvLineTest {

    private final Locale ordinary = Locale.getDefault();

    @AfterEach
    void speakTheOrdinaryLanguage() {
        Locale.setDefault(ordinary);
    }

    @Test
    void isTheSameInEveryLanguage() {
        var booking = new Booking("01H14V1E5EVWGANKXQG7TVYGQ1", "01H14V0000000000000000000A", "partner", Instant.EPOCH,
                new PaymentPlan(false, false, false, null),
                new BookingPeriod("period", LocalDate.EPOCH, LocalDate.EPOCH.plusYears(1), 25_000, 16_432, "GBP"),
                new RoomType("room", "Classic Studio", "property", "Mill House", "gb", UUID.randomUUID()), null,
                Details.ERASED, null);

        Locale.setDefault(Locale.forLanguageTag("tr"));

        assertThat(CsvLine.of(List.of(booking))).contains(",\"confirmed\",");
    }
}
