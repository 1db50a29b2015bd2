package io.housemates.acceptance.support;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;

/** A student in front of the hosted pages: reads, types and taps what is on the screen. */
public record HostedStudent(Page page, Checkout checkout, Student student) {

    public static final String GOOD_CARD = "4242424242424242";
    public static final String DECLINED_CARD = "4000000000000002";
    public static final String CARD_WITH_QUESTION = "4000000000003220";
    public static final String SLOW_CARD = "4000000000004616";

    private static final List<String> TEXTS = List.of("first_name", "last_name", "email", "contact_number", "first_line",
            "city", "postcode");

    public static HostedStudent arrives(Page page, Checkout checkout) {
        var student = new HostedStudent(page, checkout, Student.sample());
        page.navigate(checkout.url());
        return student;
    }

    /** On a host that is mapped to the checkout, instead of the one in the address. */
    public static HostedStudent arrivesAt(String host, Page page, Checkout checkout) {
        URI url = URI.create(SharedStack.get().description().checkout());
        String path = URI.create(checkout.url()).getPath();
        var there = new Checkout(checkout.partner(), checkout.room(), checkout.sessionToken(), checkout.publishableKey(),
                checkout.clientSecret(), "http://" + host + ":" + url.getPort() + path);
        return arrives(page, there);
    }

    public HostedStudent in(Page other) {
        return new HostedStudent(other, checkout, student);
    }

    /** From the stay to the page that asks for the plan. */
    public HostedStudent tellsAboutStudies() {
        begins();
        tellsAboutHerself();
        return tellsCourse();
    }

    public HostedStudent begins() {
        return goesOn("a.button", "you");
    }

    public HostedStudent tellsAboutHerself() {
        person("resident_details", student.resident());
        page.check("[name='resident_details.gender'][value='%s']".formatted(student.resident().path("gender").asText()));
        page.selectOption("[name='resident_details.nationality']", student.resident().path("nationality").asText());
        return goesOn("#step button", "course");
    }

    public HostedStudent tellsCourse() {
        JsonNode course = student.details().path("course_details");
        page.fill("[name='course_details.university']", course.path("university").asText());
        page.fill("[name='course_details.course_title']", course.path("course_title").asText());
        page.selectOption("[name='course_details.year_of_study']", course.path("year_of_study").asText());
        return goesOn("#step button", "plan");
    }

    /** @param plan the value of the choice */
    public HostedStudent chooses(String plan) {
        page.check("[name=plan][value=%s]".formatted(plan));
        return goesOn("#step button", "contact");
    }

    public HostedStudent namesContact() {
        person("supporting_contact_details", student.contact());
        page.fill("[name='supporting_contact_details.relationship']", student.contact().path("relationship").asText());
        return goesOn("#step button", "review");
    }

    public HostedStudent namesNobody() {
        return goesOn(".skip-it button", "review");
    }

    /** From the stay to the review, with the rent in full and nobody to call. */
    public HostedStudent answersEverything() {
        return tellsAboutStudies().chooses("in_full").namesNobody();
    }

    public HostedStudent paysWith(String card) {
        page.fill("[name=cc-number]", card);
        page.fill("[name=cc-exp]", "1234");
        page.fill("[name=cc-csc]", "123");
        page.click("#payment-button");
        return this;
    }

    /** What the bank's page asks: {@code complete} or {@code fail}. */
    public HostedStudent tellsTheBank(String outcome) {
        page.frameLocator("iframe[title='3-D Secure']").locator("button[value=%s]".formatted(outcome)).click();
        return this;
    }

    public String awaitBooking() {
        awaits("confirmation");
        return page.textContent(".number code");
    }

    public HostedStudent awaits(String name) {
        page.waitForURL(Pattern.compile(".*/" + name + "(\\?.*)?$"));
        return this;
    }

    public String heading() {
        return page.textContent("h1").strip();
    }

    public HostedStudent opens(String name) {
        page.navigate(checkout.url().replaceFirst("start$", name));
        return this;
    }

    private HostedStudent goesOn(String button, String next) {
        page.click(button);
        return awaits(next);
    }

    private void person(String object, JsonNode person) {
        TEXTS.forEach(name -> page.fill("[name='%s.%s']".formatted(object, name), person.path(name).asText()));
        String[] date = person.path("date_of_birth").asText().split("-");
        page.fill("[name='%s.date_of_birth.day']".formatted(object), date[0]);
        page.fill("[name='%s.date_of_birth.month']".formatted(object), date[1]);
        page.fill("[name='%s.date_of_birth.year']".formatted(object), date[2]);
        page.selectOption("[name='%s.country']".formatted(object), person.path("country").asText());
    }
}
