package io.plumbline.simulator.vendor;

import io.plumbline.simulator.Call;
import io.plumbline.simulator.Fault;
import io.plumbline.simulator.TenantOptions;
import io.plumbline.simulator.data.TenantData;
import io.plumbline.simulator.http.Delivery;
import io.plumbline.simulator.http.Handler;
import io.plumbline.simulator.http.Request;
import io.plumbline.simulator.http.Response;
import java.util.Optional;

/** The vendor's API: what stands before every call, then the call. Thread-safe. */
public final class VendorApi implements Handler {

    private final Behaviour behaviour = new Behaviour();
    private final Faults faults = new Faults();
    private final Requests requests = new Requests();
    private final RateLimit rateLimit = new RateLimit(behaviour);
    private final Keys keys;
    private final RequestLog log;
    private final Authentication authentication;
    private final Quota quota;
    private final EndpointCalls endpoints;
    private final QueryCalls queries;
    private final SystemCalls system;

    public VendorApi(TenantOptions options, TenantData data) {
        var clock = options.clock();
        keys = new Keys(options);
        log = new RequestLog(clock);
        authentication = new Authentication(keys, behaviour, clock);
        quota = new Quota(clock);
        endpoints = new EndpointCalls(data.endpoints(), behaviour, clock);
        queries = new QueryCalls(data.cves(), behaviour, quota, clock, new QueryRegister());
        system = new SystemCalls(data, behaviour, clock);
    }

    public Behaviour behaviour() {
        return behaviour;
    }

    public Quota quota() {
        return quota;
    }

    public Faults faults() {
        return faults;
    }

    public Requests requests() {
        return requests;
    }

    public RequestLog log() {
        return log;
    }

    public Keys keys() {
        return keys;
    }

    @Override
    public Response handle(Request request) throws InterruptedException {
        var call = Call.of(request.method(), request.path());
        var response = call.isPresent() ? handle(call.get(), request) : Envelope.wrongPath();
        log.add(request, response.delivery() instanceof Delivery.Reset ? 0 : response.status());
        return response;
    }

    private Response handle(Call call, Request request) throws InterruptedException {
        long number = requests.arrive(call);
        if (!rateLimit.admits()) {
            return Envelope.tooManyRequests();
        }
        Optional<Fault> fault = faults.next(call);
        var response = fault.isPresent()
                ? FaultyReply.of(fault.get(), request, () -> answer(call, request))
                : answer(call, request).packed(request);
        var due = requests.dueAfter(call, number);
        if (due.isEmpty()) {
            return response;
        }
        var complete = response.bytes();
        due.forEach(Runnable::run);
        return response.withBody(out -> out.write(complete));
    }

    private Reply answer(Call call, Request request) {
        try {
            if (!authentication.accepts(request)) {
                return Reply.plain(Envelope.unauthorized());
            }
            if (!behaviour.permits(call)) {
                return Reply.plain(Envelope.forbidden());
            }
            return dispatch(call, request);
        } catch (Refusal e) {
            return Reply.plain(e.response());
        }
    }

    private Reply dispatch(Call call, Request request) {
        if (call == Call.HEALTHCHECK) {
            return Reply.plain(system.healthcheck());
        }
        var asked = RequestData.of(request);
        return switch (call) {
            case HEALTHCHECK -> Reply.plain(system.healthcheck());
            case GET_TENANT_INFO -> Reply.plain(system.tenantInfo());
            case GET_ENDPOINT -> Reply.plain(endpoints.page(asked));
            case GET_ENDPOINTS -> Reply.plain(endpoints.all());
            case START_XQL_QUERY -> Reply.plain(queries.start(asked));
            case GET_QUERY_RESULTS -> Reply.plain(queries.results(asked));
            case GET_QUERY_RESULTS_STREAM -> queries.stream(asked);
            case GET_QUOTA -> Reply.plain(queries.quota());
            case GET_DATASETS -> Reply.plain(system.datasets());
        };
    }
}
