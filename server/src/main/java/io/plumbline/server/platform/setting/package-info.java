/**
 * What an administrator sets while the server runs, unlike the operator's {@link io.plumbline.server.platform.lifecycle.Settings},
 * which hold from start to end. A feature declares its setting as a bean; the settings page shows all there are, checks what is
 * entered and stores it. The one writer of {@code setting}.
 */
@NullMarked
package io.plumbline.server.platform.setting;

import org.jspecify.annotations.NullMarked;
