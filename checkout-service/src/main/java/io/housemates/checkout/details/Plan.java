package io.housemates.checkout.details;

/**
 * How the student means to pay the rent, and who vouches for it.
 *
 * @param inInstalments false: in full
 * @param ukGuarantor there is a guarantor living in the UK
 * @param housingHand the guarantor service Housing Hand is used
 */
public record Plan(boolean inInstalments, boolean ukGuarantor, boolean housingHand) {
}
