/**
 * Findings over REST and as pages: the list with its filters, sorts and exports, and one finding with its history. Owns no table.
 *
 * <p>A list shows the findings of some standings, and reads them in one of two manners. Where the filters leave few, they are
 * gathered by the {@link io.plumbline.server.finding.Walk} that leads to them soonest, and sorted. Where they leave many, the
 * list walks along the index that has its order and passes over what the filters leave out. Either way a page costs the same at
 * five million findings as at five thousand; ADR 0016 says why and what the exceptions are.
 */
@NullMarked
package io.plumbline.server.finding;

import org.jspecify.annotations.NullMarked;
