package io.housemates.acceptance.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/** A class of tests against the running system: the stack is up before its first test, and adds up after its last. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({ SharedStack.class, EverythingAddsUp.class })
public @interface AcceptanceTest {
}
