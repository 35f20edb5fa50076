package io.plumbline.server.asset;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How many open findings stand on an asset, by severity. None on an archived one: its findings are withheld with it. */
public record OpenFindings(
        @JsonProperty("CRITICAL") int critical,
        @JsonProperty("HIGH") int high,
        @JsonProperty("MEDIUM") int medium,
        @JsonProperty("LOW") int low,
        @JsonProperty("INFO") int info) {}
