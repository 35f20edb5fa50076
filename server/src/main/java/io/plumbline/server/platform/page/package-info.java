/**
 * Pages: the frame that every page stands in, how templates are rendered, and what depends on the reader, such as the zone that
 * times are shown in. A feature's controller answers with {@link io.plumbline.server.platform.page.Pages#page}; its templates lie
 * under {@code src/main/jte}, in a folder named after the feature.
 *
 * <p>Pages need no script: what htmx adds, such as a list that follows the typing, it adds to links and forms that work without.
 */
@NullMarked
package io.plumbline.server.platform.page;

import org.jspecify.annotations.NullMarked;
