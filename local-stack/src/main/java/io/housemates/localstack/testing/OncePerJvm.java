package io.housemates.localstack.testing;

import java.util.Map;

/**
 * Calls what must exist once per JVM. Quarkus starts test resources in class loaders of their own, which it closes
 * between applications: a server living in one of them would be lost, and a static field there is not unique.
 */
final class OncePerJvm {

    private OncePerJvm() {
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> call(String type, String method, String argument) {
        try {
            return (Map<String, String>) lastingType(type).getMethod(method, String.class).invoke(null, argument);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Could not start " + type, e);
        }
    }

    private static Class<?> lastingType(String type) throws ClassNotFoundException {
        try {
            return Class.forName(type, true, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException e) {
            return Class.forName(type);
        }
    }
}
