package io.housemates.acceptance;

import static io.housemates.acceptance.support.HostedStudent.CARD_WITH_QUESTION;
import static io.housemates.acceptance.support.HostedStudent.DECLINED_CARD;
import static io.housemates.acceptance.support.HostedStudent.GOOD_CARD;
import static io.housemates.acceptance.support.HostedStudent.SLOW_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;

import io.housemates.acceptance.support.AcceptanceTest;
import io.housemates.acceptance.support.Browser;
import io.housemates.acceptance.support.Checkout;
import io.housemates.acceptance.support.HostedStudent;
import io.housemates.acceptance.support.Look;
import io.housemates.acceptance.support.Partner;
import io.housemates.acceptance.support.Patience;
import io.housemates.acceptance.support.Room;
import io.housemates.acceptance.support.Services;
import io.housemates.acceptance.support.Sessions;
import io.housemates.acceptance.support.StripeSide;
import io.housemates.acceptance.support.Window;

/** What students and banks do to payments on the hosted pages; money and rooms stay right. */
@AcceptanceTest
class HostedPaymentIT {

    private static final String STRIPE_SCRIPT = "**/v3/";

    private static Browser browser;
    private static Partner partner;

    private Window window;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        partner = Partner.create();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void openWindow() {
        window = browser.phone();
    }

    @AfterEach
    void everythingAddsUp() {
        window.close();
        assertThat(Services.admin().get("/admin/invariants").expect(200).data().path("violations")).isEmpty();
    }

    @Test
    void takesAGoodCardAfterADeclinedOne() {
        var student = student(Room.create()).answersEverything().paysWith(DECLINED_CARD);
        assertThat(student.page().locator("#payment-error").textContent()).isEmpty();
        student.page().waitForSelector("#payment-error:not([hidden])");
        assertThat(student.page().textContent("#payment-error")).isEqualTo("Your card was declined.");
        student.page().waitForSelector("#payment-error:focus");
        student.paysWith(GOOD_CARD).awaitBooking();
    }

    /** Nothing can be sent before; the form's token stays out of the address. */
    @Test
    void waitsForStripesScript() {
        var student = student(Room.create()).answersEverything();
        Page page = student.page();
        var held = new ArrayList<Route>();
        page.route(STRIPE_SCRIPT, held::add);
        page.navigate(page.url(), new NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForSelector("#payment-button[disabled]");
        page.evaluate("() => document.getElementById('payment-button').click()");
        assertThat(page.url()).doesNotContain("form_token");
        held.forEach(Route::resume);
        page.waitForSelector("#payment-button:not([disabled])");
        student.paysWith(GOOD_CARD).awaitBooking();
    }

    @Test
    void saysSoWhereStripesScriptCannotBeLoaded() {
        var student = student(Room.create()).answersEverything();
        student.page().route(STRIPE_SCRIPT, Route::abort);
        student.opens("review");
        student.page().waitForSelector("#payment-error:not([hidden])");
        assertThat(student.page().textContent("#payment-error")).contains("could not be loaded");
        assertThat(student.page().isVisible("#payment-button")).isFalse();
        Look.atAnswer(student.page(), "phone-6-not-loaded");
    }

    @Test
    void booksOnceTheBankWasTold() {
        student(Room.create()).answersEverything().paysWith(CARD_WITH_QUESTION).tellsTheBank("complete").awaitBooking();
    }

    @Test
    void asksForAnotherCardWhenTheBankSaysNo() {
        var student = student(Room.create()).answersEverything().paysWith(CARD_WITH_QUESTION).tellsTheBank("fail");
        student.page().waitForSelector("#payment-error:not([hidden])");
        student.paysWith(GOOD_CARD).awaitBooking();
    }

    @Test
    void takesAnotherCardWhenTheBanksQuestionWasLeft() {
        var student = student(Room.create()).answersEverything().paysWith(CARD_WITH_QUESTION);
        student.page().waitForSelector("iframe[title='3-D Secure']");
        student.opens("return").awaits("review");
        assertThat(student.page().textContent(".wrongs")).contains("you have not been charged");
        student.opens("start").awaits("review").paysWith(GOOD_CARD).awaitBooking();
    }

    @Test
    void waitsForASlowBank() {
        var student = student(Room.create()).answersEverything().paysWith(SLOW_CARD).awaits("processing");
        assertThat(student.heading()).isEqualTo("Checking your payment");
        student.awaitBooking();
    }

    @Test
    void booksThoughTheTabWasClosedAfterPaying() {
        var room = Room.create();
        var student = student(room).answersEverything();
        student.checkout().pay();
        student.page().close();
        String session = Sessions.of(room);
        Patience.await("the webhook's booking").until(() -> "COMPLETED".equals(Sessions.stateOf(session)));
        student.in(window.tab()).opens("return?redirect_status=succeeded").awaitBooking();
    }

    @Test
    void booksOnceFromTwoTabs() {
        var student = student(Room.create()).answersEverything();
        var second = student.in(window.tab()).opens("start").awaits("review");
        String bookingId = student.paysWith(GOOD_CARD).awaitBooking();
        second.paysWith(GOOD_CARD);
        assertThat(second.awaitBooking()).isEqualTo(bookingId);
    }

    @Test
    void staysOnTheConfirmationHoweverOneGoesBack() {
        var student = student(Room.create()).answersEverything().paysWith(GOOD_CARD);
        String bookingId = student.awaitBooking();
        student.page().goBack();
        assertThat(student.awaitBooking()).isEqualTo(bookingId);
        student.page().reload();
        assertThat(student.opens("you").awaitBooking()).isEqualTo(bookingId);
        assertThat(student.page().content()).doesNotContain(student.student().resident().path("last_name").asText());
    }

    @Test
    void sellsTheLastUnitToWhoAnsweredFirst() {
        var room = Room.create(1);
        var slow = student(room).tellsAboutStudies().chooses("in_full");
        try (Window other = browser.phone()) {
            var quick = HostedStudent.arrives(other.tab(), Checkout.start(partner, room)).answersEverything();
            slow.page().click(".skip-it button");
            slow.page().waitForSelector("text=This room has just been taken");
            quick.paysWith(GOOD_CARD).awaitBooking();
        }
        slow.opens("start");
        assertThat(slow.heading()).isEqualTo("This room has just been taken");
    }

    @Test
    void chargesNobodyWhoseTimeRanOutWhilePaying() {
        var room = Room.create(1);
        var student = student(room).answersEverything();
        String session = Sessions.of(room);
        Sessions.expire(session);
        student.paysWith(GOOD_CARD);
        student.page().waitForSelector("text=Your time is up");
        Patience.await("the end of the session").until(() -> "EXPIRED".equals(Sessions.stateOf(session)));
        assertThat(StripeSide.intentsOf(session)).containsExactly("canceled");
    }

    /** With the bank's question open, the end of the time is the bank's answer to a payment that no longer can be made. */
    @Test
    void saysSoWhenTheTimeRanOutAtTheBank() {
        var room = Room.create(1);
        var student = student(room).answersEverything().paysWith(CARD_WITH_QUESTION);
        student.page().waitForSelector("iframe[title='3-D Secure']");
        String session = Sessions.of(room);
        Sessions.expire(session);
        Patience.await("the end of the session").until(() -> "EXPIRED".equals(Sessions.stateOf(session)));
        student.opens("return");
        student.page().waitForSelector("text=Your time is up");
    }

    @Test
    void opensNothingOfAPartnerWhoseTokensWereRevoked() {
        var revoked = Partner.create();
        Page tab = window.tab();
        var student = HostedStudent.arrives(tab, Checkout.start(revoked, Room.create()));
        assertThat(student.heading()).isEqualTo("Your stay");
        revoked.revokeToken();
        student.opens("start");
        assertThat(student.heading()).isEqualTo("We cannot find this checkout");
    }

    @Test
    void resumesWhereTheStudentLeft() {
        var student = student(Room.create()).tellsAboutStudies();
        student.page().close();
        var again = student.in(window.tab()).opens("start?token=of-an-older-client").awaits("plan");
        again.opens("you");
        assertThat(again.page().inputValue("[name='resident_details.last_name']"))
                .isEqualTo(student.student().resident().path("last_name").asText());
    }

    private HostedStudent student(Room room) {
        Page tab = window.tab();
        return HostedStudent.arrives(tab, Checkout.start(partner, room));
    }
}
