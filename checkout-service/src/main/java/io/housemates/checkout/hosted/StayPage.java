package io.housemates.checkout.hosted;

import java.time.temporal.ChronoUnit;
import java.util.List;

import io.housemates.checkout.catalogue.Offer;
import io.housemates.checkout.hosted.draft.Step;
import io.housemates.checkout.hosted.text.Wording;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "hosted", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record StayPage(Frame frame, Stay stay) implements TemplateInstance {

    /**
     * What is booked, as it is shown.
     *
     * @param weeks whole ones
     * @param goesOn the next page
     */
    record Stay(List<String> address, String country, long weeks, String goesOn) {

        static Stay of(Visit visit) {
            Offer offer = visit.offer();
            Wording wording = visit.wording();
            return new Stay(wording.address(visit.sight().address()), wording.country(offer.country()),
                    Math.round(ChronoUnit.DAYS.between(offer.startDate(), offer.endDate()) / 7.0),
                    visit.nextPage().equals("stay") ? Step.values()[0].path() : visit.nextPage());
        }
    }
}
