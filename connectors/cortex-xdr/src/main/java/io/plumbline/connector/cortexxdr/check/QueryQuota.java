package io.plumbline.connector.cortexxdr.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;

/**
 * The compute units that bind queries next.
 *
 * @param used of them
 * @param granted 0 where the tenant does not say
 * @param period {@code today} or {@code this year}
 */
record QueryQuota(double used, double granted, String period) {

    private static final int DAYS = 365;

    /**
     * Live tenants count licence and use by the year and reply the day's use beside them, of which a 365th may be used up; the
     * documentation knows no such field and counts by the day. So does a tenant whose year would not hold a unit a day: no licence
     * is as small as that.
     */
    static QueryQuota of(JsonNode reply) {
        double granted = reply.path("license_quota").asDouble(0)
                + reply.path("additional_purchased_quota").asDouble(0)
                + reply.path("eval_quota").asDouble(0);
        double used = reply.path("used_quota").asDouble(0);
        JsonNode today = reply.path("daily_used_quota");
        if (!today.isNumber()) {
            return new QueryQuota(used, granted, "today");
        }
        if (granted < DAYS) {
            return new QueryQuota(today.asDouble(), granted, "today");
        }
        QueryQuota year = new QueryQuota(used, granted, "this year");
        return year.usedUp() ? year : new QueryQuota(today.asDouble(), granted / DAYS, "today");
    }

    boolean usedUp() {
        return granted > 0 && used >= granted;
    }

    /** Such as {@code 0.3 of 5.0 compute units}. */
    String sentence() {
        return text(used) + " of " + text(granted) + " compute units are used " + period;
    }

    /** With one to four decimals: past those it is noise of a sum of doubles. */
    private static String text(double units) {
        BigDecimal rounded =
                BigDecimal.valueOf(units).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.setScale(Math.max(1, rounded.scale())).toPlainString();
    }
}
