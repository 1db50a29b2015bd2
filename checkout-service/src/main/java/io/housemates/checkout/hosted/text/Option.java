package io.housemates.checkout.hosted.text;

/** One of the answers a form offers. */
public record Option(String value, String label) {
}
