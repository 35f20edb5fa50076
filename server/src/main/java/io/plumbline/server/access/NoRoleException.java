package io.plumbline.server.access;

import org.springframework.security.core.AuthenticationException;

/** The provider vouches for somebody who may do nothing here. */
final class NoRoleException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    NoRoleException(String sentence) {
        super(sentence);
    }
}
