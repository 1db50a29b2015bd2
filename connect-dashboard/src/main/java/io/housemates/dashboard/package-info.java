/**
 * Web pages for partners: browser → session → booking or webhook → the services' APIs → page.
 */
package io.housemates.dashboard;
