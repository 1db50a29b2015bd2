package io.housemates.platform.partner;

import jakarta.enterprise.context.RequestScoped;

/** The partner whose credentials came with this request. */
@RequestScoped
public class CurrentPartner {

    private String id;

    public String id() {
        return id;
    }

    void identify(String partnerId) {
        id = partnerId;
    }
}
