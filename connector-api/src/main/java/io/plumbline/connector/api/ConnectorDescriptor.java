package io.plumbline.connector.api;

import java.util.List;

/**
 * What the Connector Library shows of a type, and the settings its form asks for.
 *
 * @param id stable, in kebab case
 * @param integration one sentence on the direction data flows
 * @param prerequisites what must exist at the vendor before a connector can work
 * @param calls the vendor's calls in use, with what each is for and the permission it needs
 * @param limits what a person should know before trusting the numbers
 * @param vendorStatuses the words that the source is known to use for the status of an asset; it may use others
 */
public record ConnectorDescriptor(
        String id,
        String name,
        String category,
        String description,
        String supportedVersion,
        String integration,
        List<String> ingestedData,
        List<String> assetClasses,
        List<String> prerequisites,
        List<VendorCall> calls,
        List<String> limits,
        List<String> vendorStatuses,
        List<Setting> settings,
        DataMapping mapping) {

    /** One call of the vendor's API: {@code POST /path}, its purpose and the permission or licence it asks for. */
    public record VendorCall(String call, String purpose, String permission) {}
}
