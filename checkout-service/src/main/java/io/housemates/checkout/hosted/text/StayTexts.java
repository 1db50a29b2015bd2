package io.housemates.checkout.hosted.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The first page: what is booked. */
@MessageBundle("stay")
public interface StayTexts {

    @Message("Your stay")
    String title();

    @Message("Move in")
    String from();

    @Message("Move out")
    String to();

    @Message("{amount} for {#if weeks == 1}1 week{#else}{weeks} weeks{/if}")
    String total(String amount, int weeks);

    @Message("Rent")
    String rent();

    @Message("{price} per week")
    String per_week(String price);

    @Message("Holding deposit, to pay today")
    String deposit();

    @Message("No holding deposit: nothing to pay today")
    String no_deposit();

    @Message("What happens next")
    String next();

    @Message("Tell us who moves in. It takes about five minutes.")
    String next_details();

    @Message("We hold the room for you while you check everything and pay the deposit.")
    String next_pay();

    @Message("We hold the room for you while you check everything. There is nothing to pay today.")
    String next_free();

    @Message("{property} then sends you your tenancy agreement. Rent is paid later, as the agreement says.")
    String next_later(String property);

    @Message("Have ready: an email address, a phone number and your home address.")
    String ready();

    @Message("Start booking")
    String start();

    @Message("Back to {partner}")
    String back_to(String partner);
}
