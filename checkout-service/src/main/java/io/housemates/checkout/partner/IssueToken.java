package io.housemates.checkout.partner;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A token to be issued; the name tells people where it is used. */
record IssueToken(
        @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\x00-\\x1f\\x7f]*", message = "contains characters that are not allowed") String name) {
}
