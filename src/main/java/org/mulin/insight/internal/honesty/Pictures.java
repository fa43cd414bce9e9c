package org.mulin.insight.internal.honesty;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.springframework.core.io.Resource;

/** Reads stored photos small: for their look every tenth pixel is enough. */
final class Pictures {
    private static final int SIDE_px = 256;

    private Pictures() {}

    /** Empty when it cannot be read: a check must not fail for a broken file. */
    static Optional<BufferedImage> small(Resource photo) {
        try (InputStream bytes = photo.getInputStream();
                var in = ImageIO.createImageInputStream(bytes)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
                int step = Math.max(1, longer / SIDE_px);
                ImageReadParam every = reader.getDefaultReadParam();
                every.setSourceSubsampling(step, step, 0, 0);
                return Optional.of(reader.read(0, every));
            } finally {
                reader.dispose();
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
