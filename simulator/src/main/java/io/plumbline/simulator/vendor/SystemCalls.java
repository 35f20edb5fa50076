package io.plumbline.simulator.vendor;

import io.plumbline.simulator.data.TenantData;
import io.plumbline.simulator.http.Json;
import io.plumbline.simulator.http.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the tenant says about itself. */
final class SystemCalls {

    private static final long DAY = 86_400_000;

    private final TenantData data;
    private final Behaviour behaviour;
    private final Clock clock;

    SystemCalls(TenantData data, Behaviour behaviour, Clock clock) {
        this.data = data;
        this.behaviour = behaviour;
        this.clock = clock;
    }

    /** At the top level, not in {@code reply}. */
    Response healthcheck() {
        return Json.reply(200, Json.MAPPER.createObjectNode().put("status", "available"));
    }

    /** Licences. What has none expires at 0; other expirations are a number or a date in words. */
    Response tenantInfo() {
        var body = Json.MAPPER.createObjectNode();
        var reply = body.putObject("reply");
        var end = words(clock.instant().plusMillis(400 * DAY));
        long agents = data.endpoints().count();
        boolean insights = behaviour.hostInsights();
        reply.put("pro_per_endpoint_expiration", end);
        reply.putObject("purchased_pro_per_endpoint").put("agents", agents + 100);
        reply.put("data_enabled_pro_per_endpoint", agents);
        reply.put("prevent_expiration", 0).put("purchased_prevent", 0);
        reply.put("pro_gb_expiration", clock.millis() + 400 * DAY);
        reply.putObject("purchased_pro_gb").put("gb", 33);
        reply.put("compute_unit_expiration", end).put("purchased_compute_unit", 50);
        if (insights) {
            reply.put("host_insights_expiration", end);
        } else {
            reply.put("host_insights_expiration", 0);
        }
        reply.put("enabled_host_insights", insights ? agents : 0);
        reply.put("purchased_host_insights", insights ? agents + 100 : 0);
        reply.put("forensics_expiration", 0).put("enabled_forensics", 0);
        return Json.reply(200, body);
    }

    /** Under keys in title case with blanks. A data set without data was never updated. */
    Response datasets() {
        var body = Json.MAPPER.createObjectNode();
        var reply = body.putArray("reply");
        boolean insights = behaviour.hostInsights();
        dataset(reply, "xdr_data", true, 40_000_000);
        dataset(reply, "endpoints", true, data.endpoints().count());
        dataset(reply, "host_inventory", insights, data.endpoints().count());
        dataset(reply, "va_cves", insights, data.cves().count());
        dataset(reply, "va_endpoints", insights, data.endpoints().count());
        return Json.reply(200, body);
    }

    private void dataset(ArrayNode reply, String name, boolean filled, long events) {
        var entry = reply.addObject()
                .put("Dataset Name", name)
                .put("Type", "SYSTEM")
                .put("Log Update Type", "LOGS");
        long updated = clock.millis() / DAY * DAY;
        number(entry, "Last Updated", filled, updated);
        number(entry, "Total Days Stored", filled, 30);
        var hot = entry.putObject("Hot Range");
        if (filled) {
            hot.put("from", updated - 30 * DAY).put("to", updated);
        }
        entry.putObject("Cold Range");
        number(entry, "Total Size Stored", filled, events * 512);
        number(entry, "Average Daily Size", filled, events * 512);
        number(entry, "Total Events", filled, events);
        number(entry, "Average Event Size", filled, 512);
        entry.putNull("TTL").put("Default Query Target", "FALSE");
    }

    private static void number(ObjectNode entry, String key, boolean filled, long value) {
        if (filled) {
            entry.put(key, value);
        } else {
            entry.putNull(key);
        }
    }

    /** As in {@code Nov 8th 2027 07:59:59}. */
    private static String words(Instant time) {
        var at = time.atZone(ZoneOffset.UTC);
        int day = at.getDayOfMonth();
        var suffix = day / 10 == 1 ? "th" : day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" : day % 10 == 3 ? "rd" : "th";
        return DateTimeFormatter.ofPattern("MMM d'" + suffix + "' uuuu HH:mm:ss", Locale.ENGLISH)
                .format(at);
    }
}
