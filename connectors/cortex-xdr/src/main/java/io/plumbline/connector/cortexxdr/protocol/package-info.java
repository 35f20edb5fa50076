/**
 * How one talks to a tenant: keys, calls, retries, and what a refusal means.
 *
 * <p>{@link io.plumbline.connector.cortexxdr.protocol.TenantClient} sends a call and hands the reply's body to a reader. All
 * that goes wrong on the way becomes a {@link io.plumbline.connector.cortexxdr.protocol.VendorException} with a code, a
 * sentence and a remedy. Vendor bytes become text through {@link io.plumbline.connector.cortexxdr.protocol.Redactor} only.
 */
@NullMarked
package io.plumbline.connector.cortexxdr.protocol;

import org.jspecify.annotations.NullMarked;
