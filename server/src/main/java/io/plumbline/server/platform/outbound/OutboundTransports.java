package io.plumbline.server.platform.outbound;

import io.plumbline.connector.api.HttpTransport;
import io.plumbline.connector.api.TransportException;
import io.plumbline.connector.api.TransportException.Kind;
import io.plumbline.server.platform.secret.Secret;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Credentials;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * Makes transports. All share one pool of connections and, per tenant, one rate budget; so a connectivity test and a sync of
 * two connectors stay within one limit. Safe for many threads.
 */
public final class OutboundTransports implements AutoCloseable {

    private static final Duration IDLE_CONNECTION = Duration.ofSeconds(30);

    private final OutboundRules rules;
    private final RequestListener listener;
    private final RateBudgets budgets = new RateBudgets();
    private final TrustedCa system = TrustedCa.system();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("outbound-", 0).factory());
    private final OkHttpClient shared;

    public OutboundTransports(OutboundRules rules) {
        this(rules, Dns.SYSTEM);
    }

    OutboundTransports(OutboundRules rules, Dns names) {
        this(rules, names, (host, outcome) -> {});
    }

    OutboundTransports(OutboundRules rules, Dns names, RequestListener listener) {
        this.rules = rules;
        this.listener = listener;
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(Integer.MAX_VALUE); // how many at a time is the callers' business
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        this.shared = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(20, IDLE_CONNECTION.toSeconds(), TimeUnit.SECONDS))
                .dns(names)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .addInterceptor(new CallTimeouts())
                .addNetworkInterceptor(new RetryAfter())
                .eventListenerFactory(SlotStamp::of)
                .build();
    }

    /**
     * The transport for one connector's calls. A route that the rules forbid gives a transport that refuses every call.
     *
     * @throws IllegalArgumentException when the route's extra CA is no certificate, with a sentence for a person
     */
    public HttpTransport transportFor(TenantRoute route) {
        HttpUrl base = HttpUrl.get(route.base());
        if (base == null) {
            return refusal(route.base() + " is no http or https address");
        }
        ProxyRoute proxy = route.proxy();
        if (proxy != null && !rules.allowsProxy(proxy)) {
            return refusal(
                    "the proxy " + proxy.host() + ":" + proxy.port() + " is not among PLUMBLINE_ALLOWED_PROXIES");
        }
        Optional<AddressRule> rule = rules.ruleFor(base.scheme(), base.host(), base.port());
        if (rule.isEmpty()) {
            return refusal(base.host() + ":" + base.port()
                    + " is neither the vendor's (https, port 443) nor among PLUMBLINE_ALLOWED_HOSTS");
        }
        // Through a proxy the only address we connect to is the proxy's, which the operator named.
        AddressRule effective = proxy == null ? rule.get() : AddressRule.NAMED_BY_OPERATOR;
        HttpTransport transport =
                new OkHttpTransport(clientFor(route, effective), base, budgets.of(route), route.requestsPerSecond());
        return listener.listening(transport, base.host());
    }

    @Override
    public void close() {
        shared.dispatcher().cancelAll();
        shared.connectionPool().evictAll();
        threads.shutdownNow();
    }

    private OkHttpClient clientFor(TenantRoute route, AddressRule rule) {
        String pem = route.trustedCa();
        TrustedCa trusted = pem == null ? system : TrustedCa.systemAnd(pem);
        OkHttpClient.Builder client = shared.newBuilder()
                .sslSocketFactory(trusted.sockets(), trusted.manager())
                .socketFactory(new GuardedSocketFactory(rule));
        ProxyRoute proxy = route.proxy();
        if (proxy == null) {
            return client.proxy(Proxy.NO_PROXY).build();
        }
        client.proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
        logIn(client, proxy);
        return client.build();
    }

    /** Sends the login with the first request and, where it is refused, not again. */
    private static void logIn(OkHttpClient.Builder client, ProxyRoute proxy) {
        String user = proxy.user();
        Secret password = proxy.password();
        if (user == null) {
            return;
        }
        String credentials = Credentials.basic(user, password == null ? "" : password.reveal());
        client.proxyAuthenticator((route, response) -> response.request().header("Proxy-Authorization") != null
                ? null
                : response.request()
                        .newBuilder()
                        .header("Proxy-Authorization", credentials)
                        .build());
    }

    private static HttpTransport refusal(String why) {
        return call -> {
            throw new TransportException(Kind.FORBIDDEN, why);
        };
    }
}
