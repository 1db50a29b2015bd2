package io.housemates.checkout.catalogue;

/** @param isLeft whether a unit is free at this moment; one may come back when another student's hold ends */
public record Sight(PostalAddress address, boolean isLeft) {
}
