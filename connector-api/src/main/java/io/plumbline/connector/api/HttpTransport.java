package io.plumbline.connector.api;

/**
 * Sends one call and returns as soon as the reply's head has arrived. Waits for the rate budget first, where there is one.
 * Follows no redirect, retries nothing, decompresses nothing. Safe for many threads.
 */
@FunctionalInterface
public interface HttpTransport {

    /**
     * The caller closes the reply.
     *
     * @throws TransportException when no reply came
     * @throws InterruptedException when the calling thread was interrupted meanwhile
     */
    HttpReply send(HttpCall call) throws TransportException, InterruptedException;
}
