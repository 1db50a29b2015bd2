package io.housemates.checkout.audit;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** One edge that a session, hold or payment went along; written in the same transaction. */
@Entity
class Transition {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String entity;

    String entityId;

    @Column(name = "from_state")
    String from;

    @Column(name = "to_state")
    String to;

    String why;

    String actor;

    Instant at;
}
