package io.plumbline.simulator.console;

/** Ends the work on a request that the console cannot do. */
final class Refused extends RuntimeException {

    private final int status;
    private final String sentence;

    private Refused(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
        this.sentence = sentence;
    }

    static Refused badRequest(String sentence) {
        return new Refused(400, sentence);
    }

    static Refused notFound(String sentence) {
        return new Refused(404, sentence);
    }

    int status() {
        return status;
    }

    String sentence() {
        return sentence;
    }
}
