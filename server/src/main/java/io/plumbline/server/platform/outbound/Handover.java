package io.plumbline.server.platform.outbound;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/**
 * Hands the head of a reply from OkHttp's thread to the one that waits for it. Where that one has gone away, the reply is
 * closed, whether it comes later or had just come: nobody else would, and its connection would never be free again.
 */
final class Handover implements Callback {

    private final CompletableFuture<Response> head = new CompletableFuture<>();
    private final Call call;

    Handover(Call call) {
        this.call = call;
    }

    /** Waits for the head; a wait that ends without one ends the call. */
    Response await(Duration longest) throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return head.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            giveUp();
            throw e;
        }
    }

    /** An interrupted wait does not look whether the head has come meanwhile. */
    void giveUp() {
        call.cancel();
        if (!head.cancel(false) && head.state() == Future.State.SUCCESS) {
            head.resultNow().close();
        }
    }

    @Override
    public void onFailure(Call failed, IOException failure) {
        head.completeExceptionally(failure);
    }

    @Override
    public void onResponse(Call answered, Response response) {
        if (!head.complete(response)) {
            response.close();
        }
    }
}
