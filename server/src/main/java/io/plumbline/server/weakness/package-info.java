/**
 * The list of weaknesses and one of them, over REST and as pages. Owns no table; every number is a sum of counters that {@code
 * inventory} keeps.
 *
 * <p>A weakness that several connectors know is one record. Of these connectors, those only count that are not being deleted and
 * that {@code connectorId}, where given, names: the record then says what they say and nothing else. They are put in order, the
 * highest severity first, then the highest score, then the oldest connector; and
 *
 * <ul>
 *   <li>severity and score are the first one's, together: a severity that the vendor's word gave goes without a score;
 *   <li>description, products, date of publication and type are those of the first one that has any;
 *   <li>the scores of exploitability and impact, which belong together, are those of the first one that has either;
 *   <li>counts are summed up: every finding and every asset belongs to one connector;
 *   <li>it was first observed when the first of them saw it, and last when the last of them did.
 * </ul>
 */
@NullMarked
package io.plumbline.server.weakness;

import org.jspecify.annotations.NullMarked;
