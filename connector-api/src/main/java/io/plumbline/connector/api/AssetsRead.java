package io.plumbline.connector.api;

import java.util.OptionalLong;

/**
 * How a read of assets ended: whole, or it would have thrown.
 *
 * @param vendorTotal what the source itself counts, where it says so
 * @param droppedRows rows without identity or beyond what can be stored; where there are any, absence proves nothing
 */
public record AssetsRead(OptionalLong vendorTotal, long droppedRows) {}
