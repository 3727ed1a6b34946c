package org.farfield.remote.twin.recon;

/** For each line of a canvas, the stretch outside which it is empty. One owner at a time. */
final class Bands {
    private final int[] from;
    private final int[] to;

    Bands(int lines) {
        from = new int[lines];
        to = new int[lines];
    }

    /** Looks at all lines of a padded square. */
    void find(float[] plane, int stride, Crew crew) {
        int size = from.length;
        crew.share(size, (first, end) -> {
            for (int line = first; line < end; line++) {
                int start = line * stride + PlaneProjector.MARGIN;
                int a = 0;
                while (a < size && plane[start + a] == 0) {
                    a++;
                }
                int b = size;
                while (b > a && plane[start + b - 1] == 0) {
                    b--;
                }
                from[line] = a;
                to[line] = b;
            }
        });
    }

    boolean empty(int line) {
        return from[line] >= to[line];
    }

    int from(int line) {
        return from[line];
    }

    int to(int line) {
        return to[line];
    }
}
