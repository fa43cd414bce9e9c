package org.mulin.demo.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/** Stands for a photo that somebody of the story took: sky, ground and a road, plainly drawn, of nobody and nowhere. */
final class DemoPhoto {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int PICTURES = 36;
    private static final Map<Integer, byte[]> DRAWN = new ConcurrentHashMap<>();

    private DemoPhoto() {}

    /** A JPEG out of a small stock; the same for the same seed. */
    static byte[] of(String seed) {
        return DRAWN.computeIfAbsent(Math.floorMod(seed.hashCode(), PICTURES), DemoPhoto::drawn);
    }

    private static byte[] drawn(int which) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        float hue = which / 150f + 0.45f;
        int horizon = HEIGHT / 3 + which * 7 % (HEIGHT / 6);
        brush.setPaint(new GradientPaint(
                0, 0, Color.getHSBColor(hue, 0.35f, 0.95f), 0, horizon, Color.getHSBColor(hue, 0.1f, 1f)));
        brush.fillRect(0, 0, WIDTH, horizon);
        brush.setColor(new Color(150, 160, 140));
        brush.fillRect(0, horizon, WIDTH, HEIGHT - horizon);
        brush.setColor(new Color(90, 95, 100));
        brush.fillPolygon(
                new int[] {WIDTH / 2 - 30, WIDTH / 2 + 30, WIDTH - 60, 60},
                new int[] {horizon, horizon, HEIGHT, HEIGHT},
                4);
        brush.setColor(Color.WHITE);
        brush.setStroke(new BasicStroke(6, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {30, 24}, 0));
        brush.drawLine(WIDTH / 2, HEIGHT, WIDTH / 2, horizon);
        brush.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }
}
