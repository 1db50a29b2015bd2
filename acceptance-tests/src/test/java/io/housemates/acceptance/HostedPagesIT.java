package io.housemates.acceptance;

import static io.housemates.acceptance.support.HostedStudent.DECLINED_CARD;
import static io.housemates.acceptance.support.HostedStudent.GOOD_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Brand;
import io.housemates.acceptance.support.Browser;
import io.housemates.acceptance.support.Checkout;
import io.housemates.acceptance.support.HostedStudent;
import io.housemates.acceptance.support.Ids;
import io.housemates.acceptance.support.Keyboard;
import io.housemates.acceptance.support.Look;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Room;
import io.housemates.acceptance.support.Sessions;
import io.housemates.acceptance.support.SharedStack;
import io.housemates.acceptance.support.Window;

/** Every hosted page on every kind of screen: anybody can use it, nothing moves, nobody but Stripe is asked. */
@AcceptanceTest
class HostedPagesIT {

    private static final int LIGHT = 60 * 1024;

    private static final List<String> PREVIEWED = List.of("stay", "you", "wrong", "course", "plan", "contact", "review",
            "failed", "processing", "ending", "confirmation", "sold-out", "expired", "cancelled", "refunded", "refunded-late",
            "refunded-details", "refunded-otherwise", "unknown", "no-page", "forged", "unreadable", "too-many", "broken");

    private static Browser browser;
    private static Partner partner;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        partner = Partner.create();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    /** A phone, the narrowest screen, and a desktop; one of 1280 at 200 % is as wide as 640. */
    @ParameterizedTest
    @CsvSource({ "phone,375,720,en-GB", "narrow,320,640,es-ES", "zoomed,640,430,zh-CN", "desktop,1280,860,en-GB" })
    void canBeUsedByAnybody(String screen, int width, int height, String locale) {
        try (Window window = browser.window(width, height, options -> options.setLocale(locale))) {
            var room = screen.equals("narrow") ? Room.withLongNames() : Room.create();
            var student = HostedStudent.arrives(window.tab(), Checkout.start(partner, room));
            Page page = student.page();
            Look.at(page, screen + "-1-stay");
            student.begins();
            Look.at(page, screen + "-2-you");
            page.click("#step button");
            page.waitForSelector(".wrongs");
            Look.at(page, screen + "-2-you-wrong");
            student.tellsAboutHerself();
            Look.at(page, screen + "-3-course");
            student.tellsCourse();
            Look.at(page, screen + "-4-plan");
            student.chooses("in_full");
            Look.at(page, screen + "-5-contact");
            student.opens("plan").chooses("guarantor");
            Look.at(page, screen + "-5-guarantor");
            student.namesContact();
            page.waitForSelector("[name=cc-number]");
            Look.at(page, screen + "-6-review");
            student.paysWith(DECLINED_CARD);
            page.waitForSelector("#payment-error:not([hidden])");
            Look.atAnswer(page, screen + "-6-declined");
            student.opens("processing");
            Look.at(page, screen + "-7-processing");
            student.opens("review").paysWith(GOOD_CARD).awaitBooking();
            Look.at(page, screen + "-8-confirmation");
            assertThat(window.complaints()).isEmpty();
            assertThat(window.hosts()).containsOnly(host(SharedStack.get().description().checkout()),
                    host(SharedStack.get().description().stripeApi()));
        }
    }

    @ParameterizedTest
    @CsvSource({ "phone,375,720", "desktop,1280,860" })
    void endsSayWhatToDoNext(String screen, int width, int height) {
        try (Window window = browser.window(width, height)) {
            var room = Room.create(1);
            var late = HostedStudent.arrives(window.tab(), Checkout.start(partner, room));
            HostedStudent.arrives(window.tab(), Checkout.start(partner, room)).answersEverything();
            late.opens("start");
            Look.at(late.page(), screen + "-9-sold-out");

            var expiring = Room.create(1);
            var slow = HostedStudent.arrives(window.tab(), Checkout.start(partner, expiring)).answersEverything();
            Sessions.expire(Sessions.of(expiring));
            slow.opens("start");
            slow.page().waitForSelector("text=You have not been charged");
            Look.at(slow.page(), screen + "-9-expired");

            Page lost = window.tab();
            lost.navigate(SharedStack.get().description().checkout() + "/" + Ids.ulid() + "/start");
            Look.at(lost, screen + "-9-unknown");
        }
    }

    /** From the first page to the booking; where the keyboard is can always be seen. */
    @Test
    void needsNoPointer() {
        try (Window window = browser.window(1280, 860)) {
            var student = HostedStudent.arrives(window.tab(), Checkout.start(partner, Room.create()));
            var keys = new Keyboard(student.page());
            keys.to(".skip").to("a.button").press("Enter");
            student.awaits("you");
            keys.to("[name='resident_details.first_name']").types("Ann", "Lee", "17", "5", "2004");
            keys.press("Enter");
            student.page().waitForSelector(".wrongs:focus");
            assertThat(student.page().textContent(".wrongs")).doesNotContain("first name").contains("nationality");
            keys.to(".wrongs a[href$=gender]").press("Enter");
            keys.on("[name='resident_details.gender']").press("Space");
            keys.to("[name='resident_details.nationality']").types("Ireland", "ann@example.com", "07400123456",
                    "United Kingdom",
                    "1 Mill Lane", "", "Leeds", "LS1 4AP");
            keys.to("#step .button").press("Enter");
            student.awaits("course");
            keys.to("[name='course_details.university']").types("Leeds", "Physics", "Foundation");
            keys.to("#step .button").press("Enter");
            student.awaits("plan");
            keys.to("[name=plan]").press("Space").to("#step .button").press("Enter");
            student.awaits("contact");
            keys.to(".skip-it button").press("Enter");
            student.awaits("review");
            keys.to("[name=cc-number]").types(GOOD_CARD, "1234", "123");
            keys.to("#payment-button").press("Enter");
            student.awaitBooking();
        }
    }

    @Test
    void needsNoScriptUpToThePayment() {
        try (Window window = browser.window(375, 720, options -> options.setJavaScriptEnabled(false))) {
            var room = Room.create();
            var student = HostedStudent.arrives(window.tab(), Checkout.start(partner, room)).begins();
            Sessions.hurry(Sessions.of(room));
            student.opens("you").page().fill("[name='resident_details.first_name']", "Zo");
            student.page().click(".longer button");
            student.awaits("you");
            assertThat(student.page().textContent(".clock .left")).isEqualTo("29 min");
            assertThat(student.page().inputValue("[name='resident_details.first_name']")).isEqualTo("Zo");
            student.page().press("[name='resident_details.first_name']", "Enter");
            student.page().waitForSelector(".wrongs");
            student.opens("start").answersEverything();
            Sessions.hurry(Sessions.of(room));
            student.opens("review");
            assertThat(student.page().textContent(".clock .left")).isEqualTo("1 min");
            student.page().click(".longer button");
            student.awaits("review");
            assertThat(student.page().textContent(".clock .left")).isEqualTo("29 min");
            assertThat(student.page().textContent(".pay .note")).contains("this step needs JavaScript");
            assertThat(student.page().isVisible("#payment")).isFalse();
            Look.picture(student.page(), "phone-6-no-script");
        }
    }

    @ParameterizedTest
    @CsvSource({ "phone,375,720,dark", "desktop,1280,860,light" })
    void lookLikeThePartnerOnEveryPageOfAPreview(String screen, int width, int height, String brand) {
        var owner = Partner.create();
        String preview = Brand.valueOf(brand.toUpperCase()).previewOf(owner);
        try (Window window = browser.window(width, height)) {
            Page page = window.tab();
            for (String name : PREVIEWED) {
                page.navigate(preview + "/en/" + name);
                Look.at(page, screen + "-preview-" + brand + "-" + name);
            }
            assertThat(window.hosts()).containsOnly(host(SharedStack.get().description().checkout()));
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void keepsTheRoomLongerAtOneTap() {
        try (Window window = browser.phone()) {
            var room = Room.create();
            var student = HostedStudent.arrives(window.tab(), Checkout.start(partner, room)).answersEverything();
            Sessions.hurry(Sessions.of(room));
            student.opens("review");
            student.page().waitForSelector(".clock.soon");
            Look.at(student.page(), "phone-6-hurry");
            student.page().fill("[name=cc-number]", GOOD_CARD);
            student.page().click(".longer button");
            student.page().waitForSelector(".clock:not(.soon)");
            assertThat(student.page().inputValue("[name=cc-number]")).as("what was typed").startsWith("4242");
        }
    }

    /** Another tab asked for more time: this one's clock is at its end, the session is not. */
    @Test
    void leavesNoPageOfALivingSession() {
        try (Window window = browser.phone()) {
            var room = Room.create();
            var student = HostedStudent.arrives(window.tab(), Checkout.start(partner, room)).begins();
            Sessions.leave(Sessions.of(room), "3 seconds");
            student.opens("you").page().fill("[name='resident_details.first_name']", "Zo");
            Sessions.leave(Sessions.of(room), "20 minutes");
            student.page().waitForSelector(".clock.soon");
            student.page().waitForSelector(".clock:not(.soon)");
            assertThat(student.page().inputValue("[name='resident_details.first_name']")).isEqualTo("Zo");
        }
    }

    @Test
    void keepsWhatIsTypedWhenMoreTimeCannotBeHad() {
        try (Window window = browser.phone()) {
            var room = Room.create();
            var student = HostedStudent.arrives(window.tab(), Checkout.start(partner, room)).begins();
            Sessions.hurry(Sessions.of(room));
            Page page = student.opens("you").page();
            page.fill("[name='resident_details.first_name']", "Zo");
            page.route("**/extend", route -> route.fulfill(new FulfillOptions().setStatus(503)));
            page.click(".longer button");
            page.waitForSelector("text=That did not work");
            Look.atAnswer(page, "phone-2-no-more-time");
            page.unroute("**/extend");
            page.focus(".longer button");
            page.keyboard().press("Enter");
            page.waitForSelector(".what-is-kept:focus");
            assertThat(page.inputValue("[name='resident_details.first_name']")).isEqualTo("Zo");
        }
    }

    @Test
    void sendsAFormOnceHoweverOftenItIsTapped() {
        try (Window window = browser.phone()) {
            var student = HostedStudent.arrives(window.tab(), Checkout.start(partner, Room.create())).begins();
            var forms = new AtomicInteger();
            student.page().onRequest(request -> {
                if (request.method().equals("POST")) {
                    forms.incrementAndGet();
                }
            });
            student.page().evaluate(
                    "() => { const button = document.querySelector('#step .button'); button.click(); button.click() }");
            student.page().waitForSelector(".wrongs");
            assertThat(forms).hasValue(1);
        }
    }

    @Test
    void isLight() {
        var branded = Partner.create();
        Brand.LIGHT.give(branded);
        try (Window window = browser.phone()) {
            Page page = window.tab();
            var bytes = new AtomicLong();
            page.onRequestFinished(
                    request -> bytes.addAndGet(request.sizes().responseBodySize + request.sizes().responseHeadersSize));
            HostedStudent.arrives(page, Checkout.start(branded, Room.create()));
            page.waitForLoadState();
            assertThat(bytes.get()).isBetween(1_000L, (long) LIGHT);
        }
    }

    private static String host(String url) {
        return URI.create(url).getAuthority();
    }
}
