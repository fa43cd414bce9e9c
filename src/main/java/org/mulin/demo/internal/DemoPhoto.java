package org.mulin.demo.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Stands for a photo that somebody of the story took: sky, ground, a road and houses, plainly drawn, of nobody and
 * nowhere. Each looks different, or every report of the city would seem to show another one's photo.
 */
final class DemoPhoto {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int HOUSES = 9;
    private static final int HUES = 36;

    private DemoPhoto() {}

    /** A JPEG; the same for the same seed. */
    static byte[] of(String seed) {
        Random chance = new Random(seed.hashCode());
        int which = chance.nextInt(HUES);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        float hue = which / 150f + 0.45f;
        int horizon = HEIGHT / 3 + which * 7 % (HEIGHT / 6);
        brush.setPaint(new GradientPaint(
                0, 0, Color.getHSBColor(hue, 0.35f, 0.95f), 0, horizon, Color.getHSBColor(hue, 0.1f, 1f)));
        brush.fillRect(0, 0, WIDTH, horizon);
        brush.setColor(new Color(150, 160, 140));
        brush.fillRect(0, horizon, WIDTH, HEIGHT - horizon);
        houses(brush, horizon, chance);
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

    private static void houses(Graphics2D brush, int horizon, Random chance) {
        for (int house = 0; house < HOUSES; house++) {
            int width = 30 + chance.nextInt(70);
            int height = 25 + chance.nextInt(HEIGHT / 2);
            int left = chance.nextInt(WIDTH) - width / 2;
            int foot = horizon + chance.nextInt(HEIGHT - horizon);
            brush.setColor(Color.getHSBColor(
                    chance.nextFloat(), 0.2f + chance.nextFloat() * 0.3f, 0.25f + chance.nextFloat() * 0.7f));
            brush.fillRect(left, foot - height, width, height);
        }
    }
}
