package io.housemates.booking.booking;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Keeps {@link CancellationTerms} as JSON in one column. */
@Converter
class CancellationTermsColumn implements AttributeConverter<CancellationTerms, String> {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    @Override
    public String convertToDatabaseColumn(CancellationTerms terms) {
        try {
            return terms == null ? null : JSON.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cancellation terms cannot be written", e);
        }
    }

    @Override
    public CancellationTerms convertToEntityAttribute(String column) {
        try {
            return column == null ? null : JSON.readValue(column, CancellationTerms.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cancellation terms cannot be read", e);
        }
    }
}
