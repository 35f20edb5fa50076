package io.plumbline.server.platform.web;

/** What was sent cannot be taken as it is: 400, with an error beside each field where fields are at fault. */
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FieldErrors errors;

    /** The body as a whole is at fault. */
    public InvalidInput(String sentence) {
        super(sentence);
        this.errors = new FieldErrors();
    }

    public InvalidInput(FieldErrors errors) {
        super("Some fields cannot be taken as they are.");
        this.errors = errors;
    }

    public static InvalidInput of(String field, String message) {
        FieldErrors errors = new FieldErrors();
        errors.add(field, message);
        return new InvalidInput(errors);
    }

    public FieldErrors errors() {
        return errors;
    }
}
