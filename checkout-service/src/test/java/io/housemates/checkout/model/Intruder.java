package io.housemates.checkout.model;

import io.housemates.checkout.support.Started;
import io.restassured.response.Response;

/** Somebody who has part of what it takes to complete a checkout. */
enum Intruder {

    ALTERED_TOKEN {
        @Override
        Response completes(Surroundings surroundings, Started checkout) {
            return surroundings.partner().complete(
                    new Started(checkout.room(), checkout.sessionId(), checkout.token() + "x", checkout.clientSecret()));
        }
    },
    ANOTHER_PARTNER {
        @Override
        Response completes(Surroundings surroundings, Started checkout) {
            return surroundings.stranger().complete(checkout);
        }
    },
    ANOTHER_ROOM {
        @Override
        Response completes(Surroundings surroundings, Started checkout) {
            return surroundings.partner().complete(new Started(surroundings.anotherRoom(), checkout.sessionId(),
                    checkout.token(), checkout.clientSecret()));
        }
    };

    abstract Response completes(Surroundings surroundings, Started checkout);
}
