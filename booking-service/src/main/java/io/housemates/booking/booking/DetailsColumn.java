package io.housemates.booking.booking;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Keeps {@link Details} as one JSON document in one column. */
@Converter
class DetailsColumn implements AttributeConverter<Details, String> {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    @Override
    public String convertToDatabaseColumn(Details details) {
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Details cannot be written", e);
        }
    }

    @Override
    public Details convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, Details.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Details cannot be read");
        }
    }
}
