package io.plumbline.connector.cortexxdr.protocol;

import io.plumbline.connector.api.ErrorCode;
import io.plumbline.connector.cortexxdr.protocol.VendorException.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.MissingNode;

/**
 * What a refusal means. The vendor uses 500 as a catch-all: a missing licence, a wrong filter, a used-up quota and too many
 * queries all come with it, and only the envelope tells them apart.
 */
record Refusal(int status, boolean retryable, ErrorCode code, String sentence, String remedy) {

    static Refusal withoutEnvelope(VendorCall call, int status, String words) {
        if (status / 100 == 3) {
            return new Refusal(
                    status,
                    false,
                    ErrorCode.CONNECTION_FAILED,
                    "The address answered with a redirect, which is not followed.",
                    "Check the FQDN: a tenant's API never redirects; a sign-in portal or proxy may stand in between.");
        }
        return of(call, status, new ErrorEnvelope(status, words, MissingNode.getInstance()), words);
    }

    /** @param said what the vendor says, redacted, on one line */
    static Refusal of(VendorCall call, int status, ErrorEnvelope envelope, String said) {
        String words = said.isEmpty() ? "" : " (" + said + ")";
        return switch (status) {
            case 401 ->
                new Refusal(
                        status,
                        false,
                        ErrorCode.AUTHENTICATION_FAILED,
                        "The tenant does not accept the API key" + words + ".",
                        "Check API key, key ID and security level against Settings > Configurations > Integrations > API Keys in"
                                + " Cortex XDR; for an Advanced key also check this server's clock.");
            case 402 -> licence(status, words);
            case 403 ->
                new Refusal(
                        status,
                        false,
                        ErrorCode.PERMISSION_DENIED,
                        "The API key may not " + call.purpose() + words + ".",
                        "Give the key a role that may (Viewer sees endpoints, XQL asks for query permissions), without"
                                + " scope-based access control.");
            case 404 ->
                new Refusal(
                        status,
                        false,
                        ErrorCode.CONNECTION_FAILED,
                        "There is no Cortex XDR API at this address" + words + ".",
                        "Check the FQDN: it is shown beside the API keys in Cortex XDR.");
            case 407 ->
                new Refusal(
                        status,
                        false,
                        ErrorCode.CONNECTION_FAILED,
                        "A proxy asks for a login" + words + ".",
                        "Enter the proxy's user and password in the connector.");
            case 429 ->
                new Refusal(
                        status,
                        true,
                        ErrorCode.RATE_LIMITED,
                        "The tenant receives more requests than it allows" + words + ".",
                        "Lower the connector's requests per second, or find who else uses the tenant's API.");
            case 502, 503 -> unavailable(status, true, words);
            default -> status >= 500 ? catchAll(call, status, envelope, words) : rejected(call, status, words);
        };
    }

    /** @param dated what the tenant's clock showed */
    VendorException toException(String detail, @Nullable Instant dated) {
        return new VendorException(Kind.REFUSED, status, retryable, code, sentence, remedy, detail, null, dated);
    }

    private static Refusal catchAll(VendorCall call, int status, ErrorEnvelope envelope, String words) {
        if (envelope.mentions("parallel running queries")) {
            return new Refusal(
                    status,
                    true,
                    ErrorCode.RATE_LIMITED,
                    "The tenant already runs as many XQL queries at once as it allows" + words + ".",
                    "Schedule the sync for another time, or find who else queries the tenant.");
        }
        if (envelope.mentions("quota_exceeded", "max daily quota")) {
            return new Refusal(
                    status,
                    false,
                    ErrorCode.QUERY_QUOTA_EXCEEDED,
                    "The tenant's daily XQL quota is used up" + words + ".",
                    "It is reset at 00:00 UTC: schedule the sync shortly after, or have the quota raised.");
        }
        if (call.concernsQuery() && envelope.isParseError()) {
            return query(status, words);
        }
        if (envelope.mentions("license", "licence", "no identity threat")) {
            return licence(status, words);
        }
        return unavailable(status, false, words);
    }

    /** The query was understood and failed, or was not understood. */
    static Refusal query(int status, String words) {
        return new Refusal(
                status,
                false,
                ErrorCode.QUERY_FAILED,
                "The tenant could not run the XQL query" + words + ".",
                "Look at the payload; if the tenant does not know a field, its version differs from the one supported.");
    }

    private static Refusal licence(int status, String words) {
        return new Refusal(
                status,
                false,
                ErrorCode.LICENSE_MISSING,
                "The tenant lacks the licence for this call" + words + ".",
                "Cortex XDR Pro per Endpoint is needed, for vulnerabilities also the Host Insights add-on.");
    }

    private static Refusal unavailable(int status, boolean retryable, String words) {
        return new Refusal(
                status,
                retryable,
                ErrorCode.VENDOR_UNAVAILABLE,
                "The tenant answered with an error of its own, HTTP " + status + words + ".",
                "Wait for the next sync; if it happens again, check the FQDN and the vendor's status page.");
    }

    private static Refusal rejected(VendorCall call, int status, String words) {
        return call.concernsQuery()
                ? query(status, words)
                : new Refusal(
                        status,
                        false,
                        ErrorCode.INVALID_RESPONSE,
                        "The tenant rejected a request to " + call.purpose() + ", HTTP " + status + words + ".",
                        "Look at the payload: a proxy may have changed the request, or the tenant's API differs from the one supported.");
    }
}
