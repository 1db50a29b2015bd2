package io.housemates.localstack.testing;

import java.util.Map;

/**
 * Calls the static methods of a class that must exist once per JVM. Quarkus loads tests and their resources in class loaders
 * of their own, which it closes between applications: a server living in one of them would be lost, and a static field there
 * is not unique.
 */
record OncePerJvm(String type) {

    @SuppressWarnings("unchecked")
    Map<String, String> call(String method, String argument) {
        try {
            return (Map<String, String>) lastingType().getMethod(method, String.class).invoke(null, argument);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Failed: " + method + " " + argument, e);
        }
    }

    private Class<?> lastingType() throws ClassNotFoundException {
        try {
            return Class.forName(type, true, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException e) {
            return Class.forName(type);
        }
    }
}
