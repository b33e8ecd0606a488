package dev.reconnect.web;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts bytes that come in pieces of any size into lines. Holds no more than the one line that is not yet complete. */
final class LineCutter {

    /**
     * One line, without its end.
     *
     * @param number   counted from 1
     * @param bytes    holds the line from {@code start} to before {@code end}; several lines may share it
     * @param tooLong  whether it had more bytes than are read; then it holds none
     */
    record Line(long number, byte[] bytes, int start, int end, boolean tooLong) {}

    private final int longest;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private boolean tooLong;
    private long number;

    /** @param longest the most bytes of a line */
    LineCutter(int longest) {
        this.longest = longest;
    }

    /** The lines that this piece completes. */
    List<Line> add(byte[] piece) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < piece.length; i++) {
            if (piece[i] == '\n') {
                lines.add(line(piece, start, i));
                start = i + 1;
            }
        }
        keep(piece, start, piece.length);
        return lines;
    }

    /** What stands after the last line end, if anything does. */
    List<Line> end() {
        return begun.size() == 0 && !tooLong ? List.of() : List.of(line(new byte[0], 0, 0));
    }

    private Line line(byte[] piece, int start, int end) {
        if (begun.size() > 0 || tooLong) {
            keep(piece, start, end);
            byte[] whole = begun.toByteArray();
            Line line = cut(whole, 0, whole.length, tooLong);
            begun.reset();
            tooLong = false;
            return line;
        }
        return end - start > longest ? cut(piece, start, start, true) : cut(piece, start, end, false);
    }

    private Line cut(byte[] bytes, int start, int end, boolean isTooLong) {
        number++;
        boolean ofWindows = end > start && bytes[end - 1] == '\r';
        return new Line(number, bytes, start, ofWindows ? end - 1 : end, isTooLong);
    }

    private void keep(byte[] piece, int start, int end) {
        if (tooLong || begun.size() + end - start > longest) {
            tooLong = true;
            begun.reset();
        } else {
            begun.writeBytes(Arrays.copyOfRange(piece, start, end));
        }
    }
}
