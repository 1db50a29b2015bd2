package io.housemates.localstack;

import java.util.Map;
import java.util.TreeMap;

import io.housemates.localstack.journey.SampleRoom;

/** Gathers what stack.json says. */
record Describing(StackOptions options, StackPorts ports, Workspace workspace, StackState state, Surroundings surroundings,
        Services services, SampleRoom room) {

    StackDescription description() {
        return new StackDescription(
                url(Service.CHECKOUT),
                url(Service.BOOKING),
                url(Service.DISPATCHER),
                url(Service.DASHBOARD),
                surroundings.stripe().apiBase(),
                surroundings.partner().baseUrl(),
                state.partnerId(),
                state.accessToken(),
                state.adminToken(),
                room.roomId(),
                room.bookingPeriodId(),
                room.operatorId(),
                pids(),
                logs(),
                new StackDescription.Postgres(EmbeddedPostgres.HOST, surroundings.postgres().port(), EmbeddedPostgres.USER,
                        EmbeddedPostgres.PASSWORD),
                surroundings.kafka().bootstrapServers());
    }

    private String url(Service service) {
        return "http://localhost:" + service.port(ports.offset());
    }

    private Map<String, Long> pids() {
        var pids = new TreeMap<String, Long>();
        services.all().forEach(process -> pids.put(process.name(), process.pid()));
        pids.put("postgres", surroundings.postgres().pid());
        pids.put("stack", ProcessHandle.current().pid());
        return pids;
    }

    private Map<String, String> logs() {
        var logs = new TreeMap<String, String>();
        services.all().forEach(process -> logs.put(process.name(), process.log().toString()));
        logs.put("postgres", surroundings.postgres().log().toString());
        logs.put("stack", workspace.log("stack").toString());
        return logs;
    }
}
