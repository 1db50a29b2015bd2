package io.housemates.acceptance.support;

import java.util.List;

import io.housemates.localstack.Service;
import io.housemates.localstack.ServiceProcess;

/** The three services under test, as their callers see them. */
public final class Services {

    public static final List<Service> ALL = List.of(Service.CHECKOUT, Service.BOOKING, Service.DISPATCHER);

    private Services() {
    }

    public static Api as(Partner partner, Service service) {
        return partner.at(process(service).url());
    }

    /** Checkout's administration, with the operator's token. */
    public static Api admin() {
        return admin(Service.CHECKOUT);
    }

    /** A service's administration, with the operator's token. */
    public static Api admin(Service service) {
        String token = SharedStack.get().description().adminToken();
        return new Api(process(service).url()).with("Authorization", "Bearer " + Confidential.note(token));
    }

    public static Api anonymous(Service service) {
        return new Api(process(service).url());
    }

    public static ServiceProcess process(Service service) {
        return SharedStack.get().service(service);
    }

    /** The value of a counter or gauge, all its tags together; 0 while there is none. */
    public static double metric(Service service, String name) {
        return metrics(service).lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }

    /** All of them, as they are scraped. */
    public static String metrics(Service service) {
        return new Api(process(service).managementUrl()).with("Accept", "text/plain").get("/q/metrics").expect(200).body();
    }

    /** A call that needs credentials and a database, and changes nothing. */
    public static Reply probe(Api api, Service service) {
        return switch (service) {
            case CHECKOUT -> api.post("/api/rooms/" + Ids.ulid() + "/checkout/start",
                    Json.object().put("booking_period_id", Ids.ulid()).put("operator_id", Ids.uuid()));
            case BOOKING -> api.get("/api/bookings");
            default -> api.get("/api/webhooks");
        };
    }

    public static Reply probe(Partner partner, Service service) {
        return probe(as(partner, service), service);
    }
}
