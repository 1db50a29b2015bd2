package io.housemates.dashboard.branding;

/** @param value the API's */
record Option(String value, String label) {
}
