package io.plumbline.server.connector;

final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Conflict(String detail) {
        super(detail);
    }
}
