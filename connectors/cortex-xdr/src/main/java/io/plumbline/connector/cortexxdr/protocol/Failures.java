package io.plumbline.connector.cortexxdr.protocol;

import io.plumbline.connector.api.ErrorCode;
import io.plumbline.connector.api.HttpReply;
import io.plumbline.connector.api.TransportException;
import io.plumbline.connector.cortexxdr.protocol.VendorException.Kind;
import java.io.EOFException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Gives what went wrong its code, a sentence, a remedy and the payload behind it. */
final class Failures {

    private static final int DETAIL_LENGTH = 4000;

    private final URI base;
    private final Redactor redactor;

    Failures(URI base, Redactor redactor) {
        this.base = base;
        this.redactor = redactor;
    }

    VendorException noReply(VendorCall call, TransportException failure) {
        String detail = redactor.redact(call.method() + ' ' + call.path() + "\n\n" + failure.getMessage());
        String reason = redactor.line(String.valueOf(failure.getMessage()), 300);
        return switch (failure.kind()) {
            case UNRESOLVED ->
                transport(
                        Kind.UNRESOLVED,
                        true,
                        ErrorCode.CONNECTION_FAILED,
                        "The name of the tenant does not resolve: " + reason + ".",
                        "Check the FQDN for typing errors and that this server's DNS knows the vendor's names.",
                        detail,
                        failure);
            case FORBIDDEN ->
                transport(
                        Kind.FORBIDDEN,
                        false,
                        ErrorCode.CONNECTION_FAILED,
                        "The address is not allowed: " + reason + ".",
                        "Have the operator add the host to PLUMBLINE_ALLOWED_HOSTS if it is meant to be reached.",
                        detail,
                        failure);
            case UNREACHABLE ->
                transport(
                        Kind.NO_REPLY,
                        true,
                        ErrorCode.CONNECTION_FAILED,
                        "The tenant cannot be reached: " + reason + ".",
                        "Check that this server may open connections to " + base.getAuthority()
                                + " and that no firewall or proxy stands in between.",
                        detail,
                        failure);
            case TLS ->
                transport(
                        Kind.NO_REPLY,
                        false,
                        ErrorCode.TLS_FAILED,
                        "The tenant's certificate was not accepted: " + reason + ".",
                        "If a proxy inspects TLS on the way, add its CA certificate to the connector; else check the FQDN.",
                        detail,
                        failure);
            case TIMED_OUT ->
                transport(
                        Kind.NO_REPLY,
                        false,
                        ErrorCode.VENDOR_TIMEOUT,
                        "The tenant did not answer in time: " + reason + ".",
                        "Wait for the next sync; if it happens again, look at the network and the vendor's status page.",
                        detail,
                        failure);
            case BROKEN_OFF ->
                transport(
                        Kind.UNREADABLE,
                        call.rereadable(),
                        ErrorCode.INCOMPLETE_RESPONSE,
                        "The tenant's reply broke off: " + reason + ".",
                        "Sync again; if it happens again, look for a proxy that cuts long replies.",
                        detail,
                        failure);
        };
    }

    /** The tenant, or something in front of it, answered with an error status. */
    VendorException refusal(VendorCall call, HttpReply reply, String body) {
        String detail = detail(call, reply, body);
        return ErrorEnvelope.parse(body)
                .map(envelope -> refusal(call, statusOf(reply.status(), envelope), envelope, detail, dated(reply)))
                .orElseGet(() -> Refusal.withoutEnvelope(call, reply.status(), redactor.line(body, 200))
                        .toException(detail, dated(reply)));
    }

    /** A body that arrived, but not as what it should be. */
    VendorException unreadable(VendorCall call, HttpReply reply, String body, @Nullable Throwable cause) {
        String detail = detail(call, reply, body);
        return switch (cause) {
            case null -> invalid("The tenant's reply could not be read.", detail, null);
            case TransportException broken -> noReply(call, broken);
            case EnvelopeException refused ->
                refusal(call, refused.envelope().code(), refused.envelope(), detail, dated(reply));
            case ShapeException shape ->
                invalid(
                        "The tenant's reply " + redactor.line(String.valueOf(shape.getMessage()), 300) + ".",
                        detail,
                        shape);
            case IncompleteException incomplete ->
                incomplete(
                        call, redactor.line(String.valueOf(incomplete.getMessage()), 300), detail, incomplete, false);
            case EOFException cut ->
                incomplete(call, "The tenant's packed reply ended in the middle.", detail, cut, call.rereadable());
            default ->
                invalid(
                        "The tenant's reply could not be unpacked: "
                                + redactor.line(String.valueOf(cause.getMessage()), 200) + ".",
                        detail,
                        cause);
        };
    }

    /** @param cut whether the error is that the reply ends there, which the parser does not always say */
    VendorException syntax(VendorCall call, HttpReply reply, String body, JacksonException syntax, boolean cut) {
        String detail = detail(call, reply, body);
        if (cut || syntax instanceof UnexpectedEndOfInputException) {
            return incomplete(call, "The tenant's reply ended in the middle.", detail, syntax, call.rereadable());
        }
        return body.stripLeading().startsWith("<")
                ? invalid("A web page came instead of the tenant's reply.", detail, syntax)
                : invalid("The tenant's reply is no valid JSON.", detail, syntax);
    }

    private VendorException refusal(
            VendorCall call, int status, ErrorEnvelope envelope, String detail, @Nullable Instant dated) {
        return Refusal.of(call, status, envelope, redactor.line(envelope.words(), 300))
                .toException(detail, dated);
    }

    private static @Nullable Instant dated(HttpReply reply) {
        try {
            return reply.header("Date")
                    .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
                    .orElse(null);
        } catch (DateTimeException nonsense) {
            return null;
        }
    }

    /** An envelope in a catch-all 500 may name the status that is meant. */
    private static int statusOf(int httpStatus, ErrorEnvelope envelope) {
        return httpStatus == 500 && envelope.code() > 400 && envelope.code() < 500 ? envelope.code() : httpStatus;
    }

    private static VendorException incomplete(
            VendorCall call, String sentence, String detail, Exception cause, boolean retryable) {
        return new VendorException(
                Kind.UNREADABLE,
                200,
                retryable,
                ErrorCode.INCOMPLETE_RESPONSE,
                sentence,
                "Sync again; if it happens again, look for a proxy that cuts replies when asked to " + call.purpose()
                        + ".",
                detail,
                cause,
                null);
    }

    private static VendorException invalid(String sentence, String detail, @Nullable Throwable cause) {
        return new VendorException(
                Kind.UNREADABLE,
                200,
                false,
                ErrorCode.INVALID_RESPONSE,
                sentence,
                "Look at the payload: a proxy or a sign-in page may have answered in the tenant's place; check the FQDN.",
                detail,
                cause,
                null);
    }

    private static VendorException transport(
            Kind kind,
            boolean retryable,
            ErrorCode code,
            String sentence,
            String remedy,
            String detail,
            TransportException cause) {
        return new VendorException(kind, 0, retryable, code, sentence, remedy, detail, cause, null);
    }

    private String detail(VendorCall call, HttpReply reply, String body) {
        StringBuilder detail = new StringBuilder()
                .append(call.method())
                .append(' ')
                .append(call.path())
                .append("\nHTTP ")
                .append(reply.status());
        for (String name : new String[] {"Content-Type", "Server", "Date", "Retry-After", "Location", "X-Request-Id"}) {
            reply.header(name)
                    .ifPresent(value -> detail.append('\n')
                            .append(name.toLowerCase(Locale.ROOT))
                            .append(": ")
                            .append(value));
        }
        String whole = redactor.redact(detail.append("\n\n").append(body).toString());
        return whole.length() <= DETAIL_LENGTH ? whole : redactor.redact(whole.substring(0, DETAIL_LENGTH)) + "…";
    }
}
