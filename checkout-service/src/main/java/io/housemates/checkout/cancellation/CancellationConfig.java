package io.housemates.checkout.cancellation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What comes back of a deposit where the operator has not said, see {@link CancellationPolicy}. */
@ConfigMapping(prefix = "housemates.cancellation")
interface CancellationConfig {

    /** For so many days after it was made a booking can be given up for nothing. */
    @WithDefault("7")
    int coolingOffDays();

    /** Whether all comes back afterwards too where the student got no visa. */
    @WithDefault("false")
    boolean noVisaNoPay();

    /** Whether all comes back afterwards too where the student got no place at the university. */
    @WithDefault("false")
    boolean noPlaceNoPay();

    /** What comes back afterwards otherwise, in percent. */
    @WithDefault("0")
    int laterPercent();
}
