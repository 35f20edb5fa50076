package io.plumbline.server.sync;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

final class Conflict extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    Conflict(String detail) {
        super(HttpStatus.CONFLICT, detail);
    }
}
