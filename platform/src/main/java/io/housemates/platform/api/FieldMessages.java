package io.housemates.platform.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** Bean Validation's findings under the names that clients sent: {@code checkoutHost} is {@code checkout_host}. */
final class FieldMessages {

    private FieldMessages() {
    }

    static InvalidFieldsException of(ConstraintViolationException e) {
        Map<String, List<String>> messages = new LinkedHashMap<>();
        for (ConstraintViolation<?> violation : e.getConstraintViolations()) {
            messages.computeIfAbsent(name(violation.getPropertyPath()), key -> new ArrayList<>()).add(violation.getMessage());
        }
        return new InvalidFieldsException(messages);
    }

    private static String name(Path path) {
        String name = StreamSupport.stream(path.spliterator(), false)
                .filter(node -> node.getKind() == ElementKind.PROPERTY && node.getName() != null)
                .map(node -> node.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("."));
        return name.isEmpty() ? "body" : name;
    }
}
