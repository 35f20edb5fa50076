package io.plumbline.connector.cortexxdr;

import io.plumbline.connector.api.Connector;
import io.plumbline.simulator.Call;
import io.plumbline.simulator.Fault;
import java.util.List;

/** Where in a sync a fault can strike: every call that a sync cannot do without. */
enum Place {
    PROBE(Call.GET_ENDPOINT, 0),
    FIRST_WINDOW(Call.GET_ENDPOINT, 0),
    LATER_WINDOW(Call.GET_ENDPOINT, 1),
    CONFIRMATION(Call.GET_ENDPOINT, 0),
    /** The tenant refuses to be asked by id, and the fault comes in the second read that follows. */
    SECOND_READ(Call.GET_ENDPOINT, 1),
    START(Call.START_XQL_QUERY, 0),
    RESULTS(Call.GET_QUERY_RESULTS, 0),
    /** After a reply that the query is pending. */
    LATER_RESULTS(Call.GET_QUERY_RESULTS, 1),
    STREAM(Call.GET_QUERY_RESULTS_STREAM, 0);

    private static final List<String> UNKNOWN = List.of("ffffffffffffffffffffffffffffffff");

    final Call call;
    private final int requestsBefore;

    Place(Call call, int requestsBefore) {
        this.call = call;
        this.requestsBefore = requestsBefore;
    }

    /** From now on, for so many replies. */
    void strike(Tenant tenant, Fault fault, int times) {
        tenant.console().faults().add(call, fault, times, requestsBefore);
    }

    /** The step of a sync in which this place lies. */
    void read(Tenant tenant) throws InterruptedException {
        switch (this) {
            case PROBE -> {
                try (Connector connector = tenant.connector()) {
                    connector.probe(Tenant.PLENTY, tenant);
                }
            }
            case FIRST_WINDOW, LATER_WINDOW -> tenant.readAssets();
            case CONFIRMATION -> tenant.confirmAbsent(tenant.connector(), UNKNOWN);
            case SECOND_READ -> {
                tenant.console().behaviour().endpointIdFilter(false);
                tenant.confirmAbsent(tenant.connector(), UNKNOWN);
            }
            case START, RESULTS, LATER_RESULTS, STREAM -> tenant.readFindings();
        }
    }
}
