package io.plumbline.server.platform.outbound;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;

/** Tells a call's slot in the rate budget when the request has left and when the answer comes. */
final class SlotStamp extends EventListener {

    private final RateBudget.Slot slot;

    private SlotStamp(RateBudget.Slot slot) {
        this.slot = slot;
    }

    static EventListener of(Call call) {
        RateBudget.Slot slot = call.request().tag(RateBudget.Slot.class);
        return slot == null ? EventListener.NONE : new SlotStamp(slot);
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        if (request.body() == null) {
            slot.left();
        }
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        slot.left();
    }

    @Override
    public void responseHeadersStart(Call call) {
        slot.answered();
    }
}
