package io.housemates.platform.event;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

/** A record that no retry can make sense of; its message never quotes the data. */
public class UnreadableEventException extends RuntimeException {

    public UnreadableEventException(String reason) {
        super(reason);
    }

    static UnreadableEventException of(IOException e) {
        if (e instanceof JsonMappingException mapping && !(e.getCause() instanceof StreamReadException)) {
            return new UnreadableEventException("The data does not fit at /" + path(mapping) + ".");
        }
        return new UnreadableEventException("The data is not JSON.");
    }

    /** Names of fields only; a record that misses one names it in the exception of its constructor. */
    private static String path(JsonMappingException e) {
        Stream<String> missing = e instanceof ValueInstantiationException && e.getCause() instanceof NullPointerException
                ? Stream.of(e.getCause().getMessage())
                : Stream.empty();
        return Stream.concat(e.getPath().stream().map(UnreadableEventException::name), missing)
                .collect(Collectors.joining("/"));
    }

    private static String name(JsonMappingException.Reference reference) {
        return reference.getFieldName() == null ? String.valueOf(reference.getIndex()) : reference.getFieldName();
    }
}
