package io.plumbline.server.connector;

final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFound(String detail) {
        super(detail);
    }
}
