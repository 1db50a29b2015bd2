package io.housemates.checkout.hosted;

import java.util.List;

import io.housemates.checkout.catalogue.Offer;
import io.housemates.checkout.catalogue.Rent;
import io.housemates.checkout.hosted.draft.Step;
import io.housemates.checkout.hosted.text.Wording;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "hosted", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record StayPage(Frame frame, Stay stay) implements TemplateInstance {

    /**
     * What is booked, as it is shown.
     *
     * @param weeks whole ones, 0 where there is none
     * @param total the rent of all of them
     * @param goesOn the next page
     */
    record Stay(List<String> address, String country, int weeks, String total, String goesOn) {

        static Stay of(Visit visit) {
            Offer offer = visit.offer();
            Wording wording = visit.wording();
            Rent rent = new Rent(offer.pricePerWeek(), offer.startDate(), offer.endDate());
            return new Stay(wording.address(visit.sight().address()), wording.country(offer.country()),
                    (int) rent.weeks(), wording.money(rent.total()),
                    visit.nextPage().equals("stay") ? Step.values()[0].path() : visit.nextPage());
        }
    }
}
