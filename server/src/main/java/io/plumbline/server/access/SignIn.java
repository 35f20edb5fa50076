package io.plumbline.server.access;

/**
 * The sign-in page.
 *
 * @param failed name or password were wrong
 * @param left somebody has just signed out
 */
public record SignIn(boolean failed, boolean left) {}
