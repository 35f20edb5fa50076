package io.plumbline.server.connector;

/** What was sent cannot be taken as it is: 400, with an error beside each field where fields are at fault. */
final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FieldErrors errors;

    /** The body as a whole is at fault. */
    InvalidInput(String sentence) {
        super(sentence);
        this.errors = new FieldErrors();
    }

    InvalidInput(FieldErrors errors) {
        super("Some fields cannot be taken as they are.");
        this.errors = errors;
    }

    static InvalidInput of(String field, String message) {
        FieldErrors errors = new FieldErrors();
        errors.add(field, message);
        return new InvalidInput(errors);
    }

    FieldErrors errors() {
        return errors;
    }
}
