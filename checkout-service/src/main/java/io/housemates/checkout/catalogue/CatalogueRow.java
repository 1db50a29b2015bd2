package io.housemates.checkout.catalogue;

import io.vertx.mutiny.sqlclient.Tuple;

/**
 * A row of a catalogue document on its way into its table.
 *
 * @param path its place in the document, for the report
 * @param values of its table's statement
 */
record CatalogueRow(String path, String id, Tuple values) {
}
