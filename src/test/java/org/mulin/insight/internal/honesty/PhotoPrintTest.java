package org.mulin.insight.internal.honesty;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.coobird.thumbnailator.Thumbnails;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

/** The same picture again, and pictures that only look alike at a glance. */
class PhotoPrintTest {
    @Test
    void anotherSizeQualityAndLightIsTheSamePicture() throws IOException {
        for (int scene = 0; scene < 20; scene++) {
            BufferedImage picture = scene(scene);
            PhotoPrint print = PhotoPrint.of(picture).orElseThrow();
            assertThat(print.distance(print(jpeg(picture, 0.4, 0.35))))
                    .as("smaller")
                    .isLessThanOrEqualTo(10);
            assertThat(print.distance(PhotoPrint.of(brighter(picture)).orElseThrow()))
                    .as("brighter")
                    .isLessThanOrEqualTo(10);
            assertThat(print.bands())
                    .as("found by a part")
                    .containsAnyOf(print(jpeg(picture, 0.5, 0.6)).bands());
        }
    }

    @Test
    void otherPicturesAreFarAway() {
        List<PhotoPrint> prints = new ArrayList<>();
        for (int scene = 0; scene < 40; scene++) {
            prints.add(PhotoPrint.of(scene(scene)).orElseThrow());
        }
        for (int i = 0; i < prints.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(prints.get(i).distance(prints.get(j))).isGreaterThan(10);
            }
        }
    }

    @Test
    void aBlankSheetHasNoLookOfItsOwn() {
        BufferedImage blank = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        assertThat(PhotoPrint.of(blank)).isEmpty();
        assertThat(PhotoPrint.of(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB)))
                .isEmpty();
    }

    @Test
    void aBrokenFileHasNone() {
        assertThat(Pictures.small(new ByteArrayResource(new byte[] {1, 2, 3}))).isEmpty();
    }

    private static PhotoPrint print(byte[] jpeg) {
        return Pictures.small(new ByteArrayResource(jpeg))
                .flatMap(PhotoPrint::of)
                .orElseThrow();
    }

    private static byte[] jpeg(BufferedImage picture, double scale, double quality) throws IOException {
        var out = new ByteArrayOutputStream();
        Thumbnails.of(picture)
                .scale(scale)
                .outputQuality(quality)
                .outputFormat("jpg")
                .toOutputStream(out);
        return out.toByteArray();
    }

    /** A street: sky, ground, houses, a few things in front. */
    static BufferedImage scene(int seed) {
        Random chance = new Random(seed);
        BufferedImage picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(150 + chance.nextInt(80), 170 + chance.nextInt(60), 200));
        pen.fillRect(0, 0, 800, 600);
        for (int i = 0; i < 18; i++) {
            pen.setColor(new Color(chance.nextInt(256), chance.nextInt(256), chance.nextInt(256)));
            pen.fillRect(chance.nextInt(800), chance.nextInt(600), 60 + chance.nextInt(220), 50 + chance.nextInt(220));
        }
        pen.dispose();
        return picture;
    }

    private static BufferedImage brighter(BufferedImage picture) {
        BufferedImage brighter = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 600; y++) {
            for (int x = 0; x < 800; x++) {
                Color colour = new Color(picture.getRGB(x, y));
                brighter.setRGB(
                        x,
                        y,
                        new Color(
                                        Math.min(255, colour.getRed() + 12),
                                        Math.min(255, colour.getGreen() + 12),
                                        Math.min(255, colour.getBlue() + 12))
                                .getRGB());
            }
        }
        return brighter;
    }

    static byte[] bytes(BufferedImage picture) throws IOException {
        return jpeg(picture, 1, 0.9);
    }
}
