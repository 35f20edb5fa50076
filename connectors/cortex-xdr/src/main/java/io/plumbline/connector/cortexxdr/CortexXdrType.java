package io.plumbline.connector.cortexxdr;

import io.plumbline.connector.api.Connector;
import io.plumbline.connector.api.ConnectorContext;
import io.plumbline.connector.api.ConnectorDescriptor;
import io.plumbline.connector.api.ConnectorType;
import io.plumbline.connector.api.DataMapping;
import io.plumbline.connector.api.HostAllowance;
import io.plumbline.connector.api.SettingValues;
import io.plumbline.connector.api.SettingsOutcome;
import io.plumbline.connector.cortexxdr.endpoint.EndpointFields;
import io.plumbline.connector.cortexxdr.protocol.VendorCall;
import io.plumbline.connector.cortexxdr.setting.TenantSettings;
import io.plumbline.connector.cortexxdr.vulnerability.VulnerabilityFields;
import java.util.List;

/** Palo Alto Networks Cortex XDR. */
public final class CortexXdrType implements ConnectorType {

    private static final String PRO = "Cortex XDR Pro per Endpoint";

    private static final ConnectorDescriptor DESCRIPTOR = new ConnectorDescriptor(
            "cortex-xdr",
            "Cortex XDR",
            "Endpoint Security",
            "Reads endpoints and their vulnerabilities from Palo Alto Networks Cortex XDR.",
            "SaaS (latest)",
            "One-directional: data flows from Cortex XDR to Plumbline, and nothing in the tenant is changed.",
            List.of("Assets", "Findings"),
            List.of("Devices"),
            List.of(
                    PRO + " licence",
                    "Host Insights add-on for findings, enabled in the agents' settings profile",
                    "An API key of security level Standard or Advanced, its ID and the tenant's FQDN",
                    "A role that sees all endpoints and may run XQL, without scope-based access control"),
            List.of(
                    call(VendorCall.HEALTH_CHECK, "Connectivity test", "API key"),
                    call(VendorCall.GET_ENDPOINT, "Assets", PRO),
                    call(VendorCall.START_QUERY, "Findings", PRO + ", Host Insights"),
                    call(VendorCall.QUERY_RESULTS, "Findings", PRO),
                    call(VendorCall.QUERY_STREAM, "Findings, past 1,000 CVEs", PRO),
                    call(VendorCall.QUOTA, "Connectivity test: XQL quota", PRO),
                    call(VendorCall.TENANT_INFO, "Whether no findings means none", "Optional"),
                    call(VendorCall.DATASETS, "Whether no findings means none", "Optional")),
            List.of(
                    "Vulnerabilities name hosts, not endpoint ids: where endpoints share a name, a finding shows on all of them.",
                    "The vendor keeps no date of a fix: a finding is fixed when a complete read no longer lists it.",
                    "Of a tenant with more endpoints than the connector's maximum nothing is taken in: the sync fails and says so.",
                    "Vulnerabilities that the vendor has not assessed in the last 30 days are not seen.",
                    "A query gives at most 1,000,000 CVEs.",
                    "The vendor answers ten requests a second per tenant: 100,000 endpoints take about two minutes."),
            List.of("CONNECTED", "DISCONNECTED", "LOST", "UNINSTALLED"),
            TenantSettings.DEFINITIONS,
            new DataMapping(
                    VendorCall.GET_ENDPOINT.path(),
                    EndpointFields.MAPPING,
                    VulnerabilityFields.SOURCE,
                    VulnerabilityFields.MAPPING));

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public SettingsOutcome validate(SettingValues entered, HostAllowance allowance) {
        return TenantSettings.validate(entered, allowance);
    }

    @Override
    public Connector open(ConnectorContext context) {
        return new CortexXdrConnector(context, Thread::sleep);
    }

    private static ConnectorDescriptor.VendorCall call(VendorCall call, String purpose, String permission) {
        return new ConnectorDescriptor.VendorCall(call.method() + ' ' + call.path(), purpose, permission);
    }
}
