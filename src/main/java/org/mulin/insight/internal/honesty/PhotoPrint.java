package org.mulin.insight.internal.honesty;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * 照片指纹: what a picture looks like, in 128 bits: of eight by eight places, whether it gets brighter to the right and
 * downwards. Another size, another quality or more light changes few of them; another picture about half.
 *
 * @param across 64 bits, to the right
 * @param down 64 bits, downwards
 */
record PhotoPrint(long across, long down) {
    private static final int SIDE = 8;
    private static final int BANDS = 8;
    private static final int BAND_BITS = 16;
    /** Of 255: less light and shade than this has no look of its own. */
    private static final double CONTRAST_MIN = 12;
    /** A difference that noise makes too is none. */
    private static final double BRIGHTER_BY = 1.5;

    /** Empty of a picture without light and shade, such as a blank sheet, which would look like every other one. */
    static Optional<PhotoPrint> of(BufferedImage picture) {
        if (picture.getWidth() <= SIDE || picture.getHeight() <= SIDE) {
            return Optional.empty();
        }
        double[][] light = light(picture);
        double least = 255;
        double most = 0;
        long across = 0;
        long down = 0;
        for (int row = 0; row <= SIDE; row++) {
            for (int column = 0; column <= SIDE; column++) {
                least = Math.min(least, light[row][column]);
                most = Math.max(most, light[row][column]);
                if (row < SIDE && column < SIDE) {
                    double here = light[row][column] + BRIGHTER_BY;
                    across = across << 1 | (light[row][column + 1] > here ? 1 : 0);
                    down = down << 1 | (light[row + 1][column] > here ? 1 : 0);
                }
            }
        }
        return most - least < CONTRAST_MIN ? Optional.empty() : Optional.of(new PhotoPrint(across, down));
    }

    /** How many of the 128 bits differ. */
    int distance(PhotoPrint other) {
        return Long.bitCount(across ^ other.across) + Long.bitCount(down ^ other.down);
    }

    /** Eight parts; pictures that differ in seven bits or fewer share one, and most that differ in a few more. */
    Integer[] bands() {
        Integer[] bands = new Integer[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long half = band < BANDS / 2 ? across : down;
            int shift = band % (BANDS / 2) * BAND_BITS;
            bands[band] = band << BAND_BITS | (int) (half >>> shift & 0xFFFF);
        }
        return bands;
    }

    /** The mean light of nine by nine fields. */
    private static double[][] light(BufferedImage picture) {
        int fields = SIDE + 1;
        double[][] sums = new double[fields][fields];
        int[][] counts = new int[fields][fields];
        for (int y = 0; y < picture.getHeight(); y++) {
            int row = y * fields / picture.getHeight();
            for (int x = 0; x < picture.getWidth(); x++) {
                int column = x * fields / picture.getWidth();
                sums[row][column] += light(picture.getRGB(x, y));
                counts[row][column]++;
            }
        }
        for (int row = 0; row < fields; row++) {
            for (int column = 0; column < fields; column++) {
                sums[row][column] /= counts[row][column];
            }
        }
        return sums;
    }

    private static double light(int rgb) {
        return 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
    }
}
