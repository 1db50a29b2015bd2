package io.housemates.checkout.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.housemates.checkout.hosted.text.CourseTexts;
import io.housemates.checkout.hosted.text.EndTexts;
import io.housemates.checkout.hosted.text.FrameTexts;
import io.housemates.checkout.hosted.text.Language;
import io.housemates.checkout.hosted.text.PayTexts;
import io.housemates.checkout.hosted.text.PersonTexts;
import io.housemates.checkout.hosted.text.PlanTexts;
import io.housemates.checkout.hosted.text.RuleTexts;
import io.housemates.checkout.hosted.text.StayTexts;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** No text is missing in any language, and none has lost what is put into it. */
class TextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    static Stream<Class<?>> bundles() {
        return Stream.of(FrameTexts.class, StayTexts.class, PersonTexts.class, CourseTexts.class, PlanTexts.class,
                PayTexts.class, EndTexts.class, RuleTexts.class);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void areThereInEveryLanguage(Class<?> bundle) throws IOException {
        for (Language language : Language.values()) {
            if (language == Language.EN) {
                continue;
            }
            Properties texts = texts(bundle, language);
            assertThat(texts.stringPropertyNames()).as(language.tag()).containsExactlyInAnyOrderElementsOf(
                    Stream.of(bundle.getMethods()).map(Method::getName).toList());
            for (Method method : bundle.getMethods()) {
                String text = texts.getProperty(method.getName());
                assertThat(text).as(language.tag() + " " + method.getName()).isNotBlank();
                assertThat(places(text)).as(method.getName()).isEqualTo(places(method.getAnnotation(Message.class).value()));
            }
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(place -> place.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(Class<?> bundle, Language language) throws IOException {
        String file = "/messages/" + bundle.getAnnotation(MessageBundle.class).value() + "_" + language.tag() + ".properties";
        try (Reader reader = new InputStreamReader(TextsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        }
    }
}
