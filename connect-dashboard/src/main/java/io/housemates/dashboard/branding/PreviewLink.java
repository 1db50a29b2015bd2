package io.housemates.dashboard.branding;

/** @param url opens the preview for an hour, without credentials */
record PreviewLink(String url) {
}
