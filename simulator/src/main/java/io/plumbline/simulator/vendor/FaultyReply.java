package io.plumbline.simulator.vendor;

import io.plumbline.simulator.Fault;
import io.plumbline.simulator.http.Delivery;
import io.plumbline.simulator.http.Json;
import io.plumbline.simulator.http.Measure;
import io.plumbline.simulator.http.Request;
import io.plumbline.simulator.http.Response;
import java.util.function.Supplier;

/** Applies a fault to a reply. */
final class FaultyReply {

    private static final byte[] GARBAGE = {(byte) 0xff, (byte) 0xfe, 0, 1, 2, '{', '"', (byte) 0x80, 'x', '}', '}', 0};

    private FaultyReply() {}

    /**
     * @param right makes the reply as it would be without the fault; not called where the fault replaces it
     */
    static Response of(Fault fault, Request request, Supplier<Reply> right) throws InterruptedException {
        return switch (fault) {
            case Fault.Status(int code, String type, String body) -> Response.text(code, type, body);
            case Fault.Delay(var duration) -> {
                Thread.sleep(duration);
                yield right.get().packed(request);
            }
            case Fault.Drip(var interval) -> right.get().packed(request).withDelivery(new Delivery.Drip(interval));
            case Fault.Truncate(long bytes, boolean chunked) ->
                right.get().packed(request).withDelivery(new Delivery.Truncate(bytes, chunked));
            case Fault.CutGzip() -> cutGzip(right.get().packed(request));
            case Fault.CutLastLine() ->
                right.get().map(FaultyReply::cutLastLine).packed(request);
            case Fault.Garbage() -> Response.of(200, "application/json", out -> out.write(GARBAGE));
            case Fault.Html(int code) ->
                Response.text(code, "text/html", "<html><head><title>Proxy</title></head><body>Gateway</body></html>");
            case Fault.Reset() -> Response.text(200, "text/plain", "").withDelivery(new Delivery.Reset());
            case Fault.ErrorEnvelopeIn200(int code) ->
                Json.reply(200, Envelope.body(code, "An error occurred while processing XDR public API", null));
        };
    }

    private static Response cutGzip(Response packed) {
        var start = packed.cutAfter(2).bytes();
        boolean zipped = start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
        var whole = zipped ? packed : packed.gzippedForTransport();
        return whole.cutAfter(Measure.of(whole.body()).size() / 2);
    }

    private static Response cutLastLine(Response response) {
        return response.cutAfter(Measure.of(response.body()).middleOfLastLine());
    }
}
