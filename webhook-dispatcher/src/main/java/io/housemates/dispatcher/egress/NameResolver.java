package io.housemates.dispatcher.egress;

import java.net.InetAddress;
import java.util.List;

import io.vertx.core.Future;

/** Asks for every address of a host name, without blocking the caller; fails when there is none. */
@FunctionalInterface
public interface NameResolver {

    Future<List<InetAddress>> resolve(String host);
}
