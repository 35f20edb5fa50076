package io.plumbline.server.connector;

/** A connector at a glance. */
public record OverviewPage(ConnectorHeader header) {}
