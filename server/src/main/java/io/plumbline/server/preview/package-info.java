/** What a sync would change: computed for real, kept to be looked at, and never applied. */
@NullMarked
package io.plumbline.server.preview;

import org.jspecify.annotations.NullMarked;
