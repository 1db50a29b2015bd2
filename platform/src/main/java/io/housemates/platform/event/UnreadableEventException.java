package io.housemates.platform.event;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonMappingException;

/** A record that no retry can make sense of; its message never quotes the data. */
public class UnreadableEventException extends RuntimeException {

    public UnreadableEventException(String reason) {
        super(reason);
    }

    static UnreadableEventException of(IOException e) {
        return new UnreadableEventException(e instanceof JsonMappingException mapping
                ? "The data does not fit at " + mapping.getPathReference().replaceAll("[\\w.]+\\.", "") + "."
                : "The data is not JSON.");
    }
}
