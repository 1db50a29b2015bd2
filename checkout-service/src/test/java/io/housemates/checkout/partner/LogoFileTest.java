package io.housemates.checkout.partner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import io.housemates.platform.api.InvalidFieldsException;

class LogoFileTest {

    @Test
    void knowsPicturesByWhatTheyAre() {
        assertThat(LogoFile.of(Pictures.png(2_000, 1)).type()).isEqualTo(LogoType.PNG);
        assertThat(LogoFile.of(Pictures.jpeg()).type()).isEqualTo(LogoType.JPEG);
        assertThat(LogoFile.of(Pictures.WEBP).type()).isEqualTo(LogoType.WEBP);
        assertThat(LogoFile.of(Pictures.WEBP_LOSSLESS).type()).isEqualTo(LogoType.WEBP);
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertRefused(Pictures.png(2_001, 1), "The logo may not be wider or higher than 2000 pixels.");
        assertRefused(Pictures.png(1, 2_001), "The logo may not be wider or higher than 2000 pixels.");
    }

    @Test
    void makesAHeavyPictureLight() throws IOException {
        byte[] heavy = Pictures.noise(400, 100);
        LogoFile logo = LogoFile.of(heavy);
        assertThat(heavy).hasSizeGreaterThan(150_000);
        assertThat(logo.bytes()).hasSizeLessThan(30 * 1024);
        assertThat(logo.type()).isEqualTo(LogoType.PNG);
        var picture = ImageIO.read(new ByteArrayInputStream(logo.bytes()));
        assertThat(picture.getWidth() / (double) picture.getHeight()).isCloseTo(4, within(0.1));
        assertThat(LogoFile.of(Pictures.jpeg()).bytes()).as("a light one stays as it is").isEqualTo(Pictures.jpeg());
    }

    @Test
    void refusesWhatIsNoPicture() {
        for (byte[] file : List.of(new byte[0], "GIF89a".getBytes(UTF_8), Pictures.of("gif", 1, 1), Pictures.of("bmp", 1, 1),
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>".getBytes(UTF_8))) {
            assertRefused(file, "The logo must be a PNG, JPEG or WebP picture.");
        }
    }

    @Test
    void refusesWhatOnlyBeginsLikeAPicture() {
        for (byte[] picture : List.of(Pictures.png(30, 20), Pictures.jpeg(), Pictures.WEBP, Pictures.WEBP_LOSSLESS)) {
            assertRefused(Arrays.copyOf(picture, 14), "The logo cannot be read: it is damaged or cut off.");
        }
    }

    static void assertRefused(byte[] file, String message) {
        assertThat(catchThrowableOfType(InvalidFieldsException.class, () -> LogoFile.of(file)).messages())
                .isEqualTo(Map.of("logo", List.of(message)));
    }
}
