/**
 * Who may call: bearer tokens, and which paths need one. What is not named here does not exist for anybody.
 */
@NullMarked
package io.plumbline.server.access;

import org.jspecify.annotations.NullMarked;
