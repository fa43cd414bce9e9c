package org.mulin.file;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A photo as a telephone's camera writes it: JPEG, with when and where it was taken in its Exif part.
 *
 * @param scene what it shows; the same scene looks the same in any size, two scenes look different
 */
public record CameraPhoto(long scene, int side_px, Instant taken, double lon, double lat) {
    private static final int FIELDS = 9;
    private static final int EXIF = 38;
    private static final int TAKEN = 56;
    private static final int GPS = 76;
    private static final int LAT = 130;
    private static final int LON = 154;
    private static final int LENGTH = 178;
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture(), "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] picture = out.toByteArray();
        byte[] exif = exif();
        return ByteBuffer.allocate(picture.length + exif.length)
                .put(picture, 0, 2)
                .put(exif)
                .put(picture, 2, picture.length - 2)
                .array();
    }

    private BufferedImage picture() {
        var image = new BufferedImage(side_px, side_px, BufferedImage.TYPE_INT_RGB);
        var light = new Random(scene);
        var pen = image.createGraphics();
        for (int row = 0; row < FIELDS; row++) {
            for (int column = 0; column < FIELDS; column++) {
                pen.setColor(new Color(Color.HSBtoRGB(0.1f, 0.2f, light.nextFloat())));
                int size = side_px / FIELDS;
                pen.fillRect(column * size, row * size, size, size);
            }
        }
        pen.dispose();
        return image;
    }

    /** The segment after the picture's first two bytes: a TIFF directory that points at Exif and at GPS. */
    private byte[] exif() {
        ByteBuffer tiff = ByteBuffer.allocate(LENGTH);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        entry(tiff, 0x8769, 4, 1).putInt(EXIF);
        entry(tiff, 0x8825, 4, 1).putInt(GPS);
        tiff.position(EXIF).putShort((short) 1);
        entry(tiff, 0x9003, 2, 20).putInt(TAKEN);
        tiff.position(TAKEN).put(WRITTEN.format(taken).getBytes(StandardCharsets.US_ASCII));
        tiff.position(GPS).putShort((short) 4);
        entry(tiff, 1, 2, 2).putInt('N' << 24);
        entry(tiff, 2, 5, 3).putInt(LAT);
        entry(tiff, 3, 2, 2).putInt('E' << 24);
        entry(tiff, 4, 5, 3).putInt(LON);
        degrees(tiff.position(LAT), lat);
        degrees(tiff.position(LON), lon);
        byte[] head = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(4 + head.length + LENGTH)
                .putShort((short) 0xffe1)
                .putShort((short) (2 + head.length + LENGTH))
                .put(head)
                .put(tiff.array())
                .array();
    }

    private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int count) {
        return tiff.putShort((short) tag).putShort((short) type).putInt(count);
    }

    /** Degrees, minutes and seconds, each as a fraction. */
    private static void degrees(ByteBuffer tiff, double value) {
        double minutes = value % 1 * 60;
        tiff.putInt((int) value).putInt(1).putInt((int) minutes).putInt(1);
        tiff.putInt((int) Math.round(minutes % 1 * 60 * 1_000)).putInt(1_000);
    }
}
