package io.housemates.booking.support;

import io.housemates.localstack.testing.InfrastructureResource;
import io.housemates.localstack.testing.Kafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** Every test of this service runs against one real PostgreSQL and one real Kafka. */
@QuarkusTestResource(value = InfrastructureResource.class, initArgs = @ResourceArg(name = "database", value = "booking"))
class TestEnvironment {
}
