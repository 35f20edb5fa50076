package io.plumbline.server.platform.outbound;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One budget per tenant, for the process' life: a budget dropped and made anew would forget the second behind it, and an idle
 * one costs a few hundred bytes.
 */
final class RateBudgets {

    private final Map<String, RateBudget> budgets = new ConcurrentHashMap<>();

    RateBudget of(TenantRoute route) {
        return budgets.computeIfAbsent(route.tenant(), tenant -> new RateBudget());
    }
}
