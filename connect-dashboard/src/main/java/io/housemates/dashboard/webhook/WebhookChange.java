package io.housemates.dashboard.webhook;

/** Asks the dispatcher to send again, or not to; what is left out stays as it is. */
record WebhookChange(boolean enabled) {
}
