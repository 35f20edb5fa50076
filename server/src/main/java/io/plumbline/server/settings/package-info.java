/**
 * The settings page: the settings that features have declared, and what this installation is. Owns no table; what is entered is
 * stored by {@link io.plumbline.server.platform.setting.StoredSettings}.
 */
@NullMarked
package io.plumbline.server.settings;

import org.jspecify.annotations.NullMarked;
