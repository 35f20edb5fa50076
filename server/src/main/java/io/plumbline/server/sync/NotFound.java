package io.plumbline.server.sync;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

final class NotFound extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    NotFound(String detail) {
        super(HttpStatus.NOT_FOUND, detail);
    }
}
