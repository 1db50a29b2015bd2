package io.housemates.acceptance;

import static io.housemates.acceptance.support.HostedStudent.DECLINED_CARD;
import static io.housemates.acceptance.support.HostedStudent.GOOD_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Page;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Browser;
import io.housemates.acceptance.support.Checkout;
import io.housemates.acceptance.support.HostedStudent;
import io.housemates.acceptance.support.Ids;
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
            var student = HostedStudent.arrives(window.tab(), Checkout.start(partner, Room.create()));
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
            Look.at(page, screen + "-6-declined");
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
            Look.at(slow.page(), screen + "-9-expired");

            Page lost = window.tab();
            lost.navigate(SharedStack.get().description().checkout() + "/" + Ids.ulid() + "/start");
            Look.at(lost, screen + "-9-unknown");
        }
    }

    @Test
    void needsNoPointer() {
        try (Window window = browser.window(1280, 860)) {
            var student = HostedStudent.arrives(window.tab(), Checkout.start(partner, Room.create()));
            Page page = student.page();
            page.focus("a.button");
            page.keyboard().press("Enter");
            student.awaits("you");
            page.focus("[name='resident_details.first_name']");
            for (String key : new String[] { "Ann", "Lee", "17", "5", "2004" }) {
                page.keyboard().type(key);
                page.keyboard().press("Tab");
            }
            page.keyboard().press("Space");
            page.keyboard().press("Enter");
            page.waitForSelector(".wrongs:focus");
            assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("wrongs");
            assertThat(page.textContent(".wrongs")).doesNotContain("first name").contains("nationality");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("resident_details.nationality");
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

    @Test
    void isLightAndKeepsStill() {
        try (Window window = browser.phone()) {
            Page page = window.tab();
            var bytes = new AtomicLong();
            page.onRequestFinished(
                    request -> bytes.addAndGet(request.sizes().responseBodySize + request.sizes().responseHeadersSize));
            var student = HostedStudent.arrives(page, Checkout.start(partner, Room.create()));
            page.waitForLoadState();
            assertThat(bytes.get()).isBetween(1_000L, (long) LIGHT);
            student.answersEverything();
            page.waitForSelector("[name=cc-number]");
            assertThat(((Number) page.evaluate("""
                    () => new Promise(done => new PerformanceObserver(list => done(list.getEntries()
                        .reduce((sum, shift) => sum + shift.value, 0))).observe({ type: 'layout-shift', buffered: true })
                        || setTimeout(() => done(0), 500))""")).doubleValue()).as("layout shift").isLessThan(0.02);
        }
    }

    private static String host(String url) {
        return URI.create(url).getAuthority();
    }
}
