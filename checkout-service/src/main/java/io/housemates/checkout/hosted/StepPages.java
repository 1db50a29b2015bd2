package io.housemates.checkout.hosted;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.housemates.checkout.details.ContactPolicy;
import io.housemates.checkout.details.ContactRule;
import io.housemates.checkout.details.ContactRule.Contact;
import io.housemates.checkout.hosted.draft.PlanChoice;
import io.housemates.checkout.hosted.draft.Step;
import io.housemates.checkout.hosted.text.Countries;
import io.quarkus.qute.TemplateInstance;

/** Shows the page of a step. */
@ApplicationScoped
class StepPages {

    private final Frames frames;

    StepPages(Frames frames) {
        this.frames = frames;
    }

    Response stay(Visit visit) {
        return Html.page(200, visit.spoken(), new StayPage(frames.of(visit, "stay", 1), StayPage.Stay.of(visit)));
    }

    Response step(Visit visit, Step step, Form form, ContactPolicy policy) {
        return Html.page(200, visit.spoken(), template(visit, step, form, policy));
    }

    private TemplateInstance template(Visit visit, Step step, Form form, ContactPolicy policy) {
        Frame frame = frames.of(visit, step.path(), 2 + step.ordinal());
        return switch (step) {
            case YOU -> new YouPage(frame, form, Countries.in(visit.spoken().language()));
            case COURSE -> new CoursePage(frame, form);
            case PLAN -> new PlanPage(frame, form,
                    PlanChoice.offered(policy, visit.offer().country()).stream().map(PlanChoice::value).toList());
            case CONTACT -> contact(visit, frame, form, policy);
        };
    }

    private static TemplateInstance contact(Visit visit, Frame frame, Form form, ContactPolicy policy) {
        PlanChoice choice = PlanChoice.of(visit.draft().fields().get(Step.CHOICE)).orElse(PlanChoice.IN_FULL);
        ContactRule rule = choice.rule(policy, visit.offer().country());
        String kind = choice == PlanChoice.HOUSING_HAND ? "housing_hand"
                : rule.contact() == Contact.GUARANTOR ? "guarantor" : "emergency";
        return new ContactPage(frame, form, Countries.in(visit.spoken().language()), kind, rule.required());
    }
}
