package io.plumbline.simulator;

import io.plumbline.simulator.data.Cves;
import io.plumbline.simulator.data.Endpoints;
import io.plumbline.simulator.data.TenantData;
import io.plumbline.simulator.vendor.Behaviour;
import io.plumbline.simulator.vendor.Faults;
import io.plumbline.simulator.vendor.Keys;
import io.plumbline.simulator.vendor.Quota;
import io.plumbline.simulator.vendor.RequestLog;
import io.plumbline.simulator.vendor.Requests;
import io.plumbline.simulator.vendor.VendorApi;

/**
 * The tenant seen from behind: changes its data and its behaviour, spoils answers, and tells what was asked. Everything takes
 * effect at once and may be used from any thread. Other processes have the same under {@code /console}.
 *
 * @param endpoints what the company has, and what happens to it
 * @param cves which vulnerabilities were found on it
 * @param behaviour licence, permissions, limits and variants of replies
 * @param keys which API keys are accepted
 * @param quota what queries may use up today
 * @param clock what the tenant takes for the time
 * @param faults what goes wrong with answers
 * @param requests counting requests, and acting at a certain one
 * @param log what was asked
 */
public record TenantConsole(
        Endpoints endpoints,
        Cves cves,
        Behaviour behaviour,
        Keys keys,
        Quota quota,
        TenantClock clock,
        Faults faults,
        Requests requests,
        RequestLog log) {

    static TenantConsole of(TenantData data, VendorApi vendor, TenantClock clock) {
        return new TenantConsole(
                data.endpoints(),
                data.cves(),
                vendor.behaviour(),
                vendor.keys(),
                vendor.quota(),
                clock,
                vendor.faults(),
                vendor.requests(),
                vendor.log());
    }
}
