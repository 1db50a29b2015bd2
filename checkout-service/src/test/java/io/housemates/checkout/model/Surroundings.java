package io.housemates.checkout.model;

import io.housemates.checkout.session.ReconcilerByHand;
import io.housemates.checkout.support.TestClock;
import io.housemates.checkout.support.TestPartner;
import io.housemates.checkout.support.TestRoom;
import io.vertx.mutiny.sqlclient.Pool;

/** What all chains share. */
record Surroundings(TestClock clock, ReconcilerByHand reconciler, Pool pool, Doors doors, TestPartner partner,
        TestPartner stranger,
        TestRoom anotherRoom) {
}
