package io.plumbline.server.connector;

import java.time.Instant;

/**
 * What came of comparing a connector's inventory with its vendor's numbers for the last time.
 *
 * @param verdict MATCHES, EXPLAINED or UNEXPLAINED
 * @param at when the vendor was asked
 */
public record LatestValidation(String id, String verdict, Instant at) {}
