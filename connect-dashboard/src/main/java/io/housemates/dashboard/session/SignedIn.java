package io.housemates.dashboard.session;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import jakarta.ws.rs.NameBinding;

/** Marks resources that need a session; everyone else is sent to the sign-in page. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface SignedIn {
}
