package io.plumbline.connector.api;

/**
 * One named check of a connectivity test.
 *
 * @param id stable, for machines, in kebab case
 * @param name what a person reads
 */
public record CheckDefinition(String id, String name) {}
