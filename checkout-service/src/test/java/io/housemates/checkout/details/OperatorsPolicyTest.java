package io.housemates.checkout.details;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.housemates.checkout.support.Admin;
import io.housemates.checkout.support.CheckoutTest;
import io.housemates.checkout.support.Sample;
import io.housemates.checkout.support.Started;
import io.housemates.checkout.support.Student;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.restassured.response.ValidatableResponse;

/** An operator has a contact policy of its own: whoever pays in instalments has a guarantor, all others have nobody to name. */
@CheckoutTest
class OperatorsPolicyTest {

    static final List<Map<String, Object>> RULES = List.of(
            Map.of("country", "gb", "paying_in_instalments", true, "contact", "guarantor", "required", true),
            Map.of("refuses", "paying_in_instalments"));

    TestPartner partner;
    TestRoom room;

    @BeforeEach
    void createPartner() {
        partner = TestPartner.create();
        room = TestRoom.withUnits(2);
    }

    @Test
    void isAnnouncedByStartAndAskedByComplete() {
        has(Map.of("rules", RULES)).body("data.refused", empty());

        var answer = partner.start(room);
        answer.then().body("data.requirements.contact_rules", hasSize(2))
                .body("data.requirements.contact_rules[0].required", equalTo(true));
        var started = Started.of(room, answer);
        Student.pays(started);
        Map<String, Object> alone = Sample.request();
        alone.remove("supporting_contact_details");
        partner.complete(started, alone).then().statusCode(422).body("data.messages", hasKey("supporting_contact_details"));
        Map<String, Object> inFull = Sample.request();
        inFull.put("paying_in_instalments", false);
        partner.complete(started, inFull).then().statusCode(422).body("data.messages", hasKey("paying_in_instalments"));
        partner.complete(started).then().statusCode(201);
    }

    @Test
    void staysUntilTheDefaultOneIsWanted() {
        has(Map.of("rules", RULES));
        operator(Map.of("id", room.operatorId(), "name", "Renamed"));
        partner.start(room).then().body("data.requirements.contact_rules", hasSize(2));

        has(null).body("data.refused", empty());
        partner.start(room).then().body("data.requirements.contact_rules", hasSize(5));
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "{}", "{\"rules\":[]}", "{\"rules\":{}}", "{\"rules\":[5]}", "{\"rules\":[{}]}",
            "{\"rules\":[{\"contact\":\"friend\"}]}", "{\"rules\":[{\"contact\":\"guarantor\",\"country\":\"gb\"}]}",
            "{\"rules\":[{\"contact\":\"guarantor\",\"age\":18}]}", "{\"rules\":[{\"refuses\":\"email\"}]}",
            "{\"rules\":[{\"refuses\":\"paying_in_instalments\",\"required\":true}]}",
            "{\"rules\":[{\"country\":\"GB\",\"contact\":\"guarantor\"},{\"contact\":\"guarantor\"}]}" })
    void isRefusedWhereItCannotBeApplied(String policy) {
        Admin.request()
                .body("{\"operators\":[{\"id\":\"" + room.operatorId() + "\",\"name\":\"Operator\",\"contact_policy\":" + policy
                        + "}]}")
                .put("/admin/catalogue").then().statusCode(200).body("data.refused.path", contains("operators[0]"));
        partner.start(room).then().body("data.requirements.contact_rules", hasSize(5));
    }

    private ValidatableResponse has(Map<String, Object> policy) {
        Map<String, Object> operator = new HashMap<>(Map.of("id", room.operatorId(), "name", "Operator"));
        operator.put("contact_policy", policy);
        return operator(operator);
    }

    private static ValidatableResponse operator(Map<String, Object> operator) {
        return Admin.request().body(Map.of("operators", List.of(operator))).put("/admin/catalogue").then().statusCode(200);
    }
}
