package org.mulin.file.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.mulin.base.Refused;

class PhotoTest {
    @Test
    void aPhotoIsDrawnAnewSoThatNothingHiddenStaysInIt() throws IOException {
        byte[] hidden = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        byte[] original = bytes("jpg", 80, 60);
        byte[] polyglot = ByteBuffer.allocate(original.length + hidden.length)
                .put(original)
                .put(hidden)
                .array();
        Photo photo = Photo.read(polyglot);
        assertThat(photo.mediaType()).isEqualTo("image/jpeg");
        assertThat(new String(photo.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
        assertThat(ImageIO.read(new ByteArrayInputStream(photo.bytes())).getWidth())
                .isEqualTo(80);
    }

    @Test
    void aLargePhotoIsMadeSmaller() throws IOException {
        Photo photo = Photo.read(bytes("png", 3000, 1000));
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(photo.bytes()));
        assertThat(small.getWidth()).isEqualTo(Photo.SIDE_MAX_PX);
        assertThat(small.getHeight()).isEqualTo(853);
    }

    @Test
    void whatIsNoPhotoIsRefused() {
        assertRefused("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8), "photo-type");
        assertRefused(new byte[0], "photo-type");
        assertRefused(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2, 3}, "photo-unreadable");
    }

    @Test
    void aPictureThatClaimsToBeHugeIsRefusedBeforeItIsDrawn() throws IOException {
        byte[] png = bytes("png", 10, 10);
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, 50_000).putInt(20, 50_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        assertRefused(png, "photo-too-large");
    }

    private static void assertRefused(byte[] bytes, String code) {
        assertThatThrownBy(() -> Photo.read(bytes))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    static byte[] bytes(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}
