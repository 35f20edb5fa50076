/**
 * Who did what, when, and what was before and after. Owns the table {@code audit_event}, to which is only ever added.
 */
@NullMarked
package io.plumbline.server.access.audit;

import org.jspecify.annotations.NullMarked;
