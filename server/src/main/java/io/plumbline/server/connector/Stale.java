package io.plumbline.server.connector;

final class Stale extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stale(String detail) {
        super(detail);
    }
}
