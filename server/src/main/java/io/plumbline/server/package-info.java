/** The application, packaged by feature; see docs/architecture.md for which package may use which. */
@NullMarked
package io.plumbline.server;

import org.jspecify.annotations.NullMarked;
