package io.plumbline.server.access.signin;

/** Why somebody is not signed in, as the sign-in page tells it. */
enum SignInTrouble {
    FAILED("failed", "That did not let you in. The user name or the password is wrong."),
    TOO_MANY_TRIES("wait", "Too many tries. Wait a minute, then try again: nothing was looked at this time."),
    BUSY(
            "busy",
            "Too many people are signing in at this moment. Try again in some seconds: nothing was looked at this time."),
    NO_ROLE(
            "refused",
            "You are known to the provider, but have no role here. An Administrator can tell which group gives one."),
    NAME_TAKEN(
            "taken",
            "You are known to the provider, but somebody else has your name here. An Administrator can delete that user,"
                    + " or the provider can give you another name."),
    NO_NAME(
            "nameless",
            "The provider tells no name that a user can have here: letters, digits, blanks and . _ @ + ' - ."),
    PROVIDER("provider", "The provider could not sign you in. Try again; the server's log has the whole story.");

    private final String word;
    private final String sentence;

    SignInTrouble(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    /** In the address of the page. */
    String word() {
        return word;
    }

    String sentence() {
        return sentence;
    }

    /** Where a browser is sent for it. */
    String page() {
        return LoginPage.PATH + "?" + word;
    }
}
