package io.housemates.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class ErrorCodesTest {

    @Test
    void keepEveryMessageShortAndAscii() {
        assertThat(CommonError.values()).allSatisfy(error -> {
            assertThat(error.key()).matches("[\\x20-\\x7e]{1,66}");
            assertThat(error.status()).isBetween(400, 599);
        });
    }

    @Test
    void keepEveryNumberUnique() {
        assertThat(Arrays.stream(CommonError.values()).map(ErrorCode::number)).doesNotHaveDuplicates();
    }

    @Test
    void escapeWhatIsNotAscii() {
        assertThat(ErrorBody.of(CommonError.CONFLICT, "Zo\u00eb")).isEqualTo(
                "{\"success\":false,\"code\":409,\"locale\":\"en\",\"message\":\"api.conflict\",\"data\":\"Zo\\u00EB\"}");
    }
}
