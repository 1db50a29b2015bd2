package io.housemates.localstack.journey;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The data files of this jar: the sample catalogue and the documented Complete request. */
final class Sample {

    private Sample() {
    }

    static ObjectNode json(String name) {
        try (var file = Sample.class.getResourceAsStream("/" + name)) {
            return (ObjectNode) Api.JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
