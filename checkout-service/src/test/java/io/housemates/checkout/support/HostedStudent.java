package io.housemates.checkout.support;

import static io.restassured.RestAssured.given;
import static io.restassured.config.RedirectConfig.redirectConfig;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A student on the hosted pages whose browser runs no script. */
public record HostedStudent(String sessionId, Map<String, String> headers) {

    private static final Pattern TOKEN = Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"");

    /** The page that has a form, where it is not called like it. */
    private static final Map<String, String> PAGES = Map.of("complete", "review", "extend", "stay");

    public static HostedStudent of(Started started) {
        return new HostedStudent(started.sessionId(), Map.of());
    }

    public HostedStudent with(String name, String value) {
        return new HostedStudent(sessionId, Map.of(name, value));
    }

    public Response get(String page) {
        return request().get("/" + sessionId + "/" + page);
    }

    /** As the pages' script asks. */
    public Response asks(String page) {
        return request().accept(ContentType.JSON).get("/" + sessionId + "/" + page);
    }

    /** Opens the page with the form, and sends it. */
    public Response send(String form, Map<String, String> fields) {
        return post(form, tokenOn(get(PAGES.getOrDefault(form, form))), fields);
    }

    public Response post(String page, String token, Map<String, String> fields) {
        RequestSpecification form = request().contentType(ContentType.URLENC.withCharset("UTF-8")).formParams(fields);
        if (token != null) {
            form.formParam("form_token", token);
        }
        return form.post("/" + sessionId + "/" + page);
    }

    public static String tokenOn(Response page) {
        Matcher token = TOKEN.matcher(page.asString());
        return token.find() ? token.group(1) : null;
    }

    /** Answers everything up to the review, with the rent in full and no contact. */
    public void answersEverything() {
        send("you", you());
        send("course", course());
        send("plan", Map.of("plan", "in_full"));
        send("contact", Map.of());
    }

    public static Map<String, String> you() {
        var fields = new LinkedHashMap<String, String>();
        Sample.resident().forEach((name, value) -> fields.put("resident_details." + name, (String) value));
        return withDate(fields, "resident_details.date_of_birth", "29", "2", "2004");
    }

    public static Map<String, String> contact() {
        var fields = new LinkedHashMap<String, String>();
        Sample.contact().forEach((name, value) -> fields.put("supporting_contact_details." + name, (String) value));
        return withDate(fields, "supporting_contact_details.date_of_birth", "5", "11", "1974");
    }

    public static Map<String, String> course() {
        return new LinkedHashMap<>(Map.of("course_details.university", "University of Manchester",
                "course_details.course_title", "Computer Science",
                "course_details.year_of_study", "Undergraduate - First Year"));
    }

    private static Map<String, String> withDate(Map<String, String> fields, String name, String day, String month,
            String year) {
        fields.remove(name);
        fields.put(name + ".day", day);
        fields.put(name + ".month", month);
        fields.put(name + ".year", year);
        return fields;
    }

    private RequestSpecification request() {
        return given().config(RestAssured.config().redirect(redirectConfig().followRedirects(false)))
                .headers(headers).accept("text/html");
    }
}
