package io.housemates.dispatcher.delivery;

/**
 * What a receiver answered.
 *
 * @param retryAfter the header as sent, or null
 * @param head the first 4 KiB of the decompressed body as text
 */
record WireResponse(int statusCode, String retryAfter, String head) {
}
