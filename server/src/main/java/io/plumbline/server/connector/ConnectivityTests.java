package io.plumbline.server.connector;

import io.plumbline.connector.api.TestOptions;
import io.plumbline.server.platform.web.Conflict;
import io.plumbline.server.platform.web.FieldErrors;
import io.plumbline.server.platform.web.InvalidInput;
import io.plumbline.server.platform.web.TooMany;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Connectivity tests of forms, stored or not. A few run at a time: each holds calls to a vendor, and a request's thread. */
@Component
class ConnectivityTests {

    static final int AT_A_TIME = 4;

    /** Long enough for a vendor that answers each call slowly, shorter than what proxies before us wait for at most. */
    private static final Duration LIMIT = Duration.ofSeconds(100);

    /** What of {@code dataPulling} a test uses; the rest of it, the name and the schedule may still be unfinished. */
    private static final Set<String> DATA_PULLING_USED = Set.of("dataPulling.maxEndpoints", "dataPulling.ingest");

    private final Semaphore permits = new Semaphore(AT_A_TIME);
    private final ConnectorForm form;
    private final ConnectorViews views;
    private final ConnectorSecrets secrets;
    private final ConnectorOpener opener;
    private final ConnectorJson json;

    ConnectivityTests(
            ConnectorForm form,
            ConnectorViews views,
            ConnectorSecrets secrets,
            ConnectorOpener opener,
            ConnectorJson json) {
        this.form = form;
        this.views = views;
        this.secrets = secrets;
        this.opener = opener;
        this.json = json;
    }

    ConnectivityReport test(ObjectNode body) throws InterruptedException {
        return run(read(body));
    }

    ConnectivityReport test(Connector connector, ObjectNode patch) throws InterruptedException {
        return run(read(connector, patch));
    }

    /** As {@link #test(ObjectNode)}, on a thread of its own, for somebody who watches. */
    WatchedTest start(ObjectNode body) {
        return start(read(body));
    }

    /** As {@link #test(Connector, ObjectNode)}, likewise. */
    WatchedTest start(Connector connector, ObjectNode patch) {
        return start(read(connector, patch));
    }

    /** A form whose fields, as far as a test uses them, are sound. */
    private record Sound(Draft draft, Map<String, String> stored) {

        TestOptions options() {
            DataPulling pulling = draft.dataPulling();
            return new TestOptions(pulling.maxEndpoints(), pulling.findingsWanted());
        }

        Optional<String> proxyPassword() {
            return draft.secrets().effective(EnteredSecrets.PROXY_PASSWORD, stored);
        }
    }

    private Sound read(ObjectNode body) {
        FieldErrors errors = new FieldErrors();
        return sound(form.read(body, errors), errors, Map.of());
    }

    private Sound read(Connector connector, ObjectNode patch) {
        if (connector.deleting()) {
            throw new Conflict("The connector is being deleted.");
        }
        Map<String, String> stored = secrets.openReadable(connector.id());
        FieldErrors errors = new FieldErrors();
        return sound(form.read(patch, json.tree(views.of(connector)), connector, stored, errors), errors, stored);
    }

    private static Sound sound(Optional<Draft> read, FieldErrors errors, Map<String, String> stored) {
        FieldErrors relevant = errors.only(ConnectivityTests::matters);
        if (!relevant.isEmpty()) {
            throw new InvalidInput(relevant);
        }
        return new Sound(read.orElseThrow(), stored);
    }

    private ConnectivityReport run(Sound form) throws InterruptedException {
        takePermit();
        try (io.plumbline.connector.api.Connector opened = opener.open(form.draft(), form.proxyPassword())) {
            return new ConnectivityRun(opened, form.options(), LIMIT).report();
        } finally {
            permits.release();
        }
    }

    private WatchedTest start(Sound form) {
        takePermit();
        io.plumbline.connector.api.Connector opened;
        try {
            opened = opener.open(form.draft(), form.proxyPassword());
        } catch (RuntimeException e) {
            permits.release();
            throw e;
        }
        return WatchedTest.start(opened, form.options(), LIMIT, permits::release);
    }

    private void takePermit() {
        if (!permits.tryAcquire()) {
            throw new TooMany("%d connectivity tests are running; wait until one has ended.".formatted(AT_A_TIME));
        }
    }

    private static boolean matters(String field) {
        return DATA_PULLING_USED.contains(field)
                || !(field.equals("name") || isOf("dataPulling", field) || isOf("schedule", field));
    }

    private static boolean isOf(String section, String field) {
        return field.equals(section) || field.startsWith(section + ".");
    }
}
