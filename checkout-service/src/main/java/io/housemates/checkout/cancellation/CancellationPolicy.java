package io.housemates.checkout.cancellation;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What an operator gives back of the deposit when a booking is cancelled; null where it has not said.
 *
 * @param coolingOffDays 0 to 365; for so long after the booking was made all of it comes back
 * @param noVisaNoPay whether all of it comes back afterwards too where the student got no visa
 * @param noPlaceNoPay the same where the student got no place at the university
 * @param laterPercent 0 to 100; what comes back afterwards when the student has another reason, or one that does not count
 */
public record CancellationPolicy(@JsonProperty("cooling_off_days") Integer coolingOffDays,
        @JsonProperty("no_visa_no_pay") Boolean noVisaNoPay, @JsonProperty("no_place_no_pay") Boolean noPlaceNoPay,
        @JsonProperty("later_percent") Integer laterPercent) {

    private static final int ALL = 100;
    private static final int NOTHING = 0;

    /** Whether its numbers are such as they can be. */
    public boolean hasSoundNumbers() {
        return isWithin(365, coolingOffDays) && isWithin(ALL, laterPercent);
    }

    private static boolean isWithin(int highest, Integer number) {
        return number == null || number >= 0 && number <= highest;
    }

    CancellationPolicy or(CancellationPolicy standard) {
        return new CancellationPolicy(first(coolingOffDays, standard.coolingOffDays), first(noVisaNoPay, standard.noVisaNoPay),
                first(noPlaceNoPay, standard.noPlaceNoPay), first(laterPercent, standard.laterPercent));
    }

    private static <T> T first(T said, T otherwise) {
        return said == null ? otherwise : said;
    }

    /** Of a policy that says everything. */
    CancellationTerms terms(Instant bookedAt) {
        return new CancellationTerms(bookedAt.plus(Duration.ofDays(coolingOffDays)),
                Arrays.stream(CancellationReason.values()).map(this::share).toList());
    }

    /** The policy: what each reason gives. */
    private CancellationTerms.Share share(CancellationReason reason) {
        return switch (reason) {
            case COOLING_OFF, STUDENT -> share(reason, ALL, laterPercent);
            case VISA -> share(reason, ALL, noVisaNoPay ? ALL : laterPercent);
            case UNIVERSITY_PLACE -> share(reason, ALL, noPlaceNoPay ? ALL : laterPercent);
            case OPERATOR -> share(reason, ALL, ALL);
            // a bank takes the money back, and whoever refunds it too has paid twice
            case PAYMENT_DISPUTE -> share(reason, NOTHING, NOTHING);
        };
    }

    private static CancellationTerms.Share share(CancellationReason reason, int coolingOff, int later) {
        return new CancellationTerms.Share(reason, coolingOff, later);
    }
}
