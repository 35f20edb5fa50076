package io.plumbline.server.access.signin;

import org.jspecify.annotations.Nullable;

/**
 * The sign-in page.
 *
 * @param trouble why somebody is still here, as a sentence
 * @param left somebody has just signed out
 * @param provider what the button of the OpenID Connect provider says; null: there is none
 */
public record SignIn(
        @Nullable String trouble, boolean left, @Nullable String provider) {}
