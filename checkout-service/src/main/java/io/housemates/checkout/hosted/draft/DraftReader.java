package io.housemates.checkout.hosted.draft;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.checkout.catalogue.Offer;
import io.housemates.checkout.details.ContactPolicy;
import io.housemates.checkout.details.Requirements;
import io.housemates.checkout.details.SubmittedDetails;
import io.housemates.platform.api.InvalidFieldsException;
import io.smallrye.mutiny.Uni;

/** Puts a draft to the API's own rules, by making of it the body that a client would send. */
@ApplicationScoped
public class DraftReader {

    private static final String CONTACT = "supporting_contact_details";

    private final SubmittedDetails submitted;
    private final ObjectMapper json;

    DraftReader(SubmittedDetails submitted, ObjectMapper json) {
        this.submitted = submitted;
        this.json = json;
    }

    public Uni<ContactPolicy> policy(Offer offer) {
        return submitted.requirements(offer).map(Requirements::contactRules).map(ContactPolicy::new);
    }

    public Uni<Reading> read(Draft draft, Offer offer) {
        return policy(offer).chain(policy -> submitted.read(body(draft, policy, offer.country()), offer))
                .map(Reading::right)
                .onFailure(InvalidFieldsException.class)
                .recoverWithItem(wrong -> Reading.wrong(((InvalidFieldsException) wrong).messages()));
    }

    /** An object whose fields are all asked for is there even when empty, so that each missing field is named. */
    private ObjectNode body(Draft draft, ContactPolicy policy, String country) {
        ObjectNode body = json.createObjectNode();
        body.putObject("resident_details");
        body.putObject("course_details");
        PlanChoice.of(draft.fields().get(Step.CHOICE)).filter(PlanChoice.offered(policy, country)::contains)
                .ifPresent(choice -> {
                    body.put("paying_in_instalments", choice.plan().inInstalments());
                    body.put("has_uk_based_guarantor", choice.plan().ukGuarantor());
                    body.put("is_using_housing_hand", choice.plan().housingHand());
                    if (choice.rule(policy, country).required()) {
                        body.putObject(CONTACT);
                    }
                });
        draft.fields().forEach((field, value) -> put(body, field, value));
        return body;
    }

    private static void put(ObjectNode body, String field, String value) {
        int dot = field.indexOf('.');
        if (dot > 0) {
            body.withObject("/" + field.substring(0, dot)).put(field.substring(dot + 1), value);
        } else if (!field.equals(Step.CHOICE)) {
            body.put(field, value);
        }
    }
}
