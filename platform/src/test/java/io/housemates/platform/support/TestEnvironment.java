package io.housemates.platform.support;

import io.housemates.localstack.testing.InfrastructureResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** The plumbing is tested as a service that does nothing else, against a real PostgreSQL and a real Kafka. */
@QuarkusTestResource(value = InfrastructureResource.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class TestEnvironment {
}
