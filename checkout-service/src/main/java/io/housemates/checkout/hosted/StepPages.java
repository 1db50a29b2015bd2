package io.housemates.checkout.hosted;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.housemates.checkout.details.ContactPolicy;
import io.housemates.checkout.hosted.draft.ContactKind;
import io.housemates.checkout.hosted.draft.DraftReader;
import io.housemates.checkout.hosted.draft.PlanChoice;
import io.housemates.checkout.hosted.draft.Reading;
import io.housemates.checkout.hosted.draft.Step;
import io.housemates.checkout.hosted.text.Countries;
import io.housemates.checkout.hosted.text.ErrorTexts;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;

/** Shows the page of a step. */
@ApplicationScoped
class StepPages {

    private static final String CHECKED = "check=1";

    private final Frames frames;
    private final DraftReader reader;

    StepPages(Frames frames, DraftReader reader) {
        this.frames = frames;
        this.reader = reader;
    }

    Response stay(Visit visit) {
        return Html.page(200, visit.spoken(), new StayPage(frames.of(visit, "stay", 1), StayPage.Stay.of(visit)));
    }

    /** @param checked whether to say what is wrong */
    Uni<Response> step(Visit visit, Step step, boolean checked) {
        return Uni.combine().all().unis(reader.read(visit.draft(), visit.offer()), reader.policy(visit.offer()))
                .with((reading, policy) -> Html.page(200, visit.spoken(),
                        template(visit, frames.of(visit, step.path(), checked ? CHECKED : null, 2 + step.ordinal()), step,
                                form(visit, step, reading, checked), policy)));
    }

    private static Form form(Visit visit, Step step, Reading reading, boolean checked) {
        var errors = checked ? reading.wrongIn(step) : Map.<String, String> of();
        return Form.of(visit.draft(), errors, ErrorTexts.in(visit.spoken().language()));
    }

    private static TemplateInstance template(Visit visit, Frame frame, Step step, Form form, ContactPolicy policy) {
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
        String country = visit.offer().country();
        return new ContactPage(frame, form, Countries.in(visit.spoken().language()),
                ContactKind.of(choice, policy, country).value(), choice.rule(policy, country).required());
    }
}
