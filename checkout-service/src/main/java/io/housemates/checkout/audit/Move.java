package io.housemates.checkout.audit;

/**
 * What a guarded transition did, on its way into the audit.
 *
 * @param entity what moved, for example {@code session}
 * @param from null for a beginning
 */
public record Move(String entity, String id, Enum<?> from, Enum<?> to) {
}
