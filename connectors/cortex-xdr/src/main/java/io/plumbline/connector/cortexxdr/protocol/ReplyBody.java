package io.plumbline.connector.cortexxdr.protocol;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A reply's body, unpacked and bounded, that remembers how it began. A stream is gzipped by the vendor and may be gzipped once
 * more on the way, with no header that tells; what counts is the magic number.
 */
final class ReplyBody extends FilterInputStream {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int MOST_LAYERS = 3;
    private static final int REMEMBERED_BYTES = 4096;
    private static final int END_BYTES = 8;

    /** What JSON's words and numbers may be cut down to without that a parser sees an end: it sees a word that it does not know. */
    private static final Pattern BEGUN = Pattern.compile("|\\.|t|tr|tru|f|fa|fal|fals|n|nu|nul");

    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private final long limit;
    private long count;
    private String end = "";
    private boolean ended;

    private ReplyBody(InputStream unpacked, long limit) {
        super(unpacked);
        this.limit = limit;
    }

    /** @param limit the most bytes it may have, unpacked */
    static ReplyBody open(InputStream raw, long limit) throws IOException {
        InputStream body = raw;
        for (int layer = 0; layer < MOST_LAYERS; layer++) {
            PushbackInputStream ahead = new PushbackInputStream(body, 2);
            byte[] magic = ahead.readNBytes(2);
            ahead.unread(magic);
            body = ahead;
            if (magic.length < 2 || (magic[0] & 0xff) != 0x1f || (magic[1] & 0xff) != 0x8b) {
                break;
            }
            body = new GZIPInputStream(ahead, BUFFER_BYTES);
        }
        return new ReplyBody(body, limit);
    }

    /** As far as it was read, 4 KB at most; not yet redacted. */
    String beginning() {
        return beginning.toString(StandardCharsets.UTF_8);
    }

    /** Whether it ended within the value that begins there, or right before one. */
    boolean isCutAt(long offset) {
        long left = count - offset;
        return ended
                && left >= 0
                && left <= end.length()
                && BEGUN.matcher(end.substring(end.length() - (int) left)).matches();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        if (read > 0) {
            beginning.write(into, from, Math.min(read, Math.max(0, REMEMBERED_BYTES - beginning.size())));
            count += read;
            end = lastOf(end
                    + new String(
                            into,
                            from + Math.max(0, read - END_BYTES),
                            Math.min(read, END_BYTES),
                            StandardCharsets.ISO_8859_1));
            if (count > limit) {
                throw new ShapeException("is larger than any honest one");
            }
        }
        ended |= read < 0;
        return read;
    }

    private static String lastOf(String text) {
        return text.substring(Math.max(0, text.length() - END_BYTES));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
