package io.housemates.checkout.details;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.housemates.checkout.catalogue.Offer;
import io.housemates.platform.api.InvalidFieldsException;
import io.smallrye.mutiny.Uni;

/** What students must tell for an offer, and what they told, both by the operator's one policy. */
@ApplicationScoped
public class SubmittedDetails {

    private final ContactPolicies policies;
    private final DetailsReader reader;
    private final DetailsSeal seal;

    SubmittedDetails(ContactPolicies policies, DetailsReader reader, DetailsSeal seal) {
        this.policies = policies;
        this.reader = reader;
        this.seal = seal;
    }

    public Uni<Requirements> requirements(Offer offer) {
        return policies.of(offer.operatorId()).map(policy -> Requirements.of(offer.country(), policy));
    }

    /** Fails with every field that is wrong. */
    public Uni<StudentDetails> read(ObjectNode body, Offer offer) {
        return policies.of(offer.operatorId()).map(policy -> reader.read(body, offer.country(), policy));
    }

    /** The same in the form in which they are kept. */
    public Uni<SealedDetails> sealed(String sessionId, ObjectNode body, Offer offer) {
        return read(body, offer).chain(details -> seal.seal(sessionId, details));
    }

    /** Adds to the messages what is wrong whatever the offer. */
    public InvalidFieldsException refusal(ObjectNode body, Map<String, List<String>> messages) {
        return reader.refusal(body, messages);
    }
}
