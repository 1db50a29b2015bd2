package io.housemates.checkout.catalogue;

/** Where a property is; null where it has no second line or region. */
public record PostalAddress(String firstLine, String secondLine, String city, String region, String postcode, String country) {
}
