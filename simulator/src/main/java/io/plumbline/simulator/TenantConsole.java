package io.plumbline.simulator;

import io.plumbline.simulator.data.Cves;
import io.plumbline.simulator.data.Endpoints;
import io.plumbline.simulator.vendor.Behaviour;
import io.plumbline.simulator.vendor.Faults;
import io.plumbline.simulator.vendor.Quota;
import io.plumbline.simulator.vendor.Requests;

/**
 * The tenant seen from behind: changes its data and its behaviour, spoils answers, and tells what was asked. Everything takes
 * effect at once and may be used from any thread.
 *
 * @param endpoints what the company has, and what happens to it
 * @param cves which vulnerabilities were found on it
 * @param behaviour licence, permissions, limits and variants of replies
 * @param quota what queries may use up today
 * @param faults what goes wrong with answers
 * @param requests what was asked, and acting at a certain request
 */
public record TenantConsole(
        Endpoints endpoints, Cves cves, Behaviour behaviour, Quota quota, Faults faults, Requests requests) {}
