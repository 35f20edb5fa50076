package io.plumbline.server.connector;

final class InvalidInput extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final transient FieldErrors errors;

    InvalidInput(String detail) {
        super(detail);
        this.errors = new FieldErrors();
    }

    InvalidInput(FieldErrors errors) {
        super("invalid");
        this.errors = errors;
    }
}
