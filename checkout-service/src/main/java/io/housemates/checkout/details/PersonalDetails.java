package io.housemates.checkout.details;

/** What is sealed as one document and erased as one: {@code contracts/events/personal_data.v1.schema.json}. */
record PersonalDetails(Resident resident, SupportingContact supportingContact, Course course, String specialRequest) {

    static PersonalDetails of(StudentDetails details) {
        return new PersonalDetails(details.resident(), details.supportingContact(), details.course(), details.specialRequest());
    }

    @Override
    public String toString() {
        return "PersonalDetails[…]";
    }
}
