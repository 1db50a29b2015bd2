package io.housemates.checkout.hosted.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The pages from the check of everything to the booking. */
@MessageBundle("pay")
public interface PayTexts {

    @Message("Review and pay")
    String title();

    @Message("Review and book")
    String title_free();

    @Message("Is everything right?")
    String review();

    @Message("Change")
    String change();

    @Message("Your stay")
    String stay();

    @Message("You")
    String you();

    @Message("Home address")
    String home();

    @Message("Course")
    String course();

    @Message("Rent")
    String rent();

    @Message("Guarantor")
    String guarantor();

    @Message("Contact person")
    String contact();

    @Message("Emergency contact")
    String emergency();

    @Message("None given")
    String none();

    @Message("Your request")
    String request();

    @Message("Pay the holding deposit")
    String pay_title();

    @Message("Pay {amount}")
    String pay(String amount);

    @Message("Paying…")
    String paying();

    @Message("Book this room")
    String book();

    @Message("There is nothing to pay today.")
    String nothing();

    @Message("Your card details go straight to Stripe; we never see them.")
    String stripe();

    @Message("Stripe’s card form stands here.")
    String stripe_here();

    @Message("If you cancel")
    String terms();

    @Message("Within {#if days == 1}1 day{#else}{days} days{/if} of booking, all of the deposit comes back.")
    String terms_days(Integer days);

    @Message("Without a visa, all of it comes back later too.")
    String terms_visa();

    @Message("Without a place at your university, all of it comes back later too.")
    String terms_place();

    @Message("Otherwise, {percent} % of it comes back.")
    String terms_later(Integer percent);

    @Message("Otherwise it does not come back.")
    String terms_nothing();

    @Message("To take your payment safely, this step needs JavaScript. Please switch it on in your browser and reload the page. Your answers are kept.")
    String no_script();

    @Message("The payment form could not be loaded. Check your connection and reload the page; your answers are kept.")
    String not_loaded();

    @Message("The payment did not go through, and you have not been charged. Please try again or use another card.")
    String failed();

    @Message("Payment not completed")
    String failed_title();

    @Message("Checking your payment")
    String processing();

    @Message("Your bank is still working on it. This page goes on by itself as soon as we know; it usually takes a few seconds.")
    String processing_text();

    @Message("You can also close this page: if the payment goes through, your booking is made. Please do not pay again.")
    String processing_leave();

    @Message("The room is no longer held for you. We are making sure that no payment of yours is on its way; this page goes on by itself as soon as we know.")
    String ending_text();

    @Message("It usually takes a few seconds. Please do not pay again.")
    String ending_next();

    @Message("Check now")
    String check_now();

    @Message("Your room is booked")
    String booked();

    @Message("Keep this number: the property and we find your booking by it.")
    String booked_text();

    @Message("Booking number")
    String number();

    @Message("Paid today")
    String paid();

    @Message("What happens next")
    String next();

    @Message("{property} sends your tenancy agreement to the email address you gave.")
    String next_agreement(String property);

    @Message("Read it, and sign it if you agree with it.")
    String next_sign();

    @Message("Apply to Housing Hand: they are your guarantor.")
    String next_housing_hand();

    @Message("Your deposit goes towards what you owe later, as the agreement says.")
    String next_deposit();

    @Message("Back to {partner}")
    String back_to(String partner);
}
