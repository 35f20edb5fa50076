package io.plumbline.connector.cortexxdr.protocol;

/**
 * An API key as the console issues it. {@link #toString} leaves the secret out.
 *
 * @param id a small number, sent as text
 */
public record ApiKey(String id, String secret, Level level) {

    /** Chosen when the key is made; a key of one level is refused with the other's headers. */
    public enum Level {
        /** The key itself is sent. */
        STANDARD,
        /** A hash over key, nonce and time is sent. */
        ADVANCED
    }

    @Override
    public String toString() {
        return "ApiKey[id=" + id + ", level=" + level + "]";
    }
}
