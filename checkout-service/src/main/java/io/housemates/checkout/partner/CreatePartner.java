package io.housemates.checkout.partner;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A partner to be.
 *
 * @param name what people call it
 * @param checkoutHost host name of its hosted checkout, null for the default one
 */
record CreatePartner(
        @NotBlank @Size(max = 200) String name,
        @Size(max = 253) @Pattern(regexp = "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+", message = "Must be a host name in lower case.") @JsonProperty("checkout_host") String checkoutHost) {
}
