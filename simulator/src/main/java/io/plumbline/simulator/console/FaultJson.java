package io.plumbline.simulator.console;

import io.plumbline.simulator.Fault;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Faults as the console reads and writes them. */
final class FaultJson {

    /** One of each kind. */
    static final List<String> EXAMPLES = List.of(
            "{\"kind\":\"status\",\"code\":503,\"contentType\":\"text/plain\",\"body\":\"busy\"}",
            "{\"kind\":\"delay\",\"duration\":\"PT2S\"}",
            "{\"kind\":\"drip\",\"interval\":\"PT0.01S\"}",
            "{\"kind\":\"truncate\",\"afterBytes\":1000,\"chunked\":true}",
            "{\"kind\":\"cutGzip\"}",
            "{\"kind\":\"cutLastLine\"}",
            "{\"kind\":\"garbage\"}",
            "{\"kind\":\"html\",\"code\":502}",
            "{\"kind\":\"reset\"}",
            "{\"kind\":\"errorEnvelopeIn200\",\"errCode\":500}");

    private FaultJson() {}

    static Fault read(Fields fields) {
        var kind = fields.text("kind");
        return switch (kind) {
            case "status" ->
                new Fault.Status(
                        code(fields),
                        fields.has("contentType") ? fields.text("contentType") : "text/plain",
                        fields.has("body") ? fields.text("body") : "");
            case "delay" -> new Fault.Delay(fields.duration("duration"));
            case "drip" -> new Fault.Drip(fields.duration("interval"));
            case "truncate" ->
                new Fault.Truncate(Fields.number("afterBytes", fields.any("afterBytes")), fields.flag("chunked", true));
            case "cutGzip" -> new Fault.CutGzip();
            case "cutLastLine" -> new Fault.CutLastLine();
            case "garbage" -> new Fault.Garbage();
            case "html" -> new Fault.Html(code(fields));
            case "reset" -> new Fault.Reset();
            case "errorEnvelopeIn200" -> new Fault.ErrorEnvelopeIn200(Fields.count("errCode", fields.any("errCode")));
            default -> throw Refused.badRequest("there is no kind " + kind + "; GET /console lists them");
        };
    }

    private static int code(Fields fields) {
        int code = Fields.count("code", fields.any("code"));
        if (code < 200 || code > 599) {
            throw Refused.badRequest("code must be between 200 and 599");
        }
        return code;
    }

    static void write(Fault fault, ObjectNode to) {
        switch (fault) {
            case Fault.Status(int code, String contentType, String body) ->
                to.put("kind", "status")
                        .put("code", code)
                        .put("contentType", contentType)
                        .put("body", body);
            case Fault.Delay(var duration) -> to.put("kind", "delay").put("duration", duration.toString());
            case Fault.Drip(var interval) -> to.put("kind", "drip").put("interval", interval.toString());
            case Fault.Truncate(long bytes, boolean chunked) ->
                to.put("kind", "truncate").put("afterBytes", bytes).put("chunked", chunked);
            case Fault.CutGzip() -> to.put("kind", "cutGzip");
            case Fault.CutLastLine() -> to.put("kind", "cutLastLine");
            case Fault.Garbage() -> to.put("kind", "garbage");
            case Fault.Html(int code) -> to.put("kind", "html").put("code", code);
            case Fault.Reset() -> to.put("kind", "reset");
            case Fault.ErrorEnvelopeIn200(int code) ->
                to.put("kind", "errorEnvelopeIn200").put("errCode", code);
        }
    }
}
