package io.plumbline.server.platform.page;

/** Light or dark; AUTO follows the reader's system. */
public enum Theme {
    AUTO,
    LIGHT,
    DARK
}
