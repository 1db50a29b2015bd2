package io.housemates.localstack.stripe.payment;

import java.util.Map;
import java.util.Set;

import io.housemates.localstack.stripe.http.Form;

/** What a payment says about itself and that may be changed at any time: nothing here moves money. */
record Details(Map<String, String> metadata, String description, String receiptEmail, String statementDescriptorSuffix) {

    static final Set<String> PARAMETERS = Set.of("metadata", "description", "receipt_email", "statement_descriptor_suffix");

    static Details in(Form form) {
        return new Details(Map.of(), null, null, null).changedBy(form);
    }

    /** A parameter that is absent leaves its value, one sent empty removes it. */
    Details changedBy(Form form) {
        return new Details(
                Metadata.merged(metadata, form),
                changed(form, "description", description),
                changed(form, "receipt_email", receiptEmail),
                changed(form, "statement_descriptor_suffix", statementDescriptorSuffix));
    }

    private static String changed(Form form, String name, String before) {
        return form.has(name) ? form.text(name).orElse(null) : before;
    }
}
