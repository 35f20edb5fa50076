package io.plumbline.server.connector;

final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMany(String detail) {
        super(detail);
    }
}
