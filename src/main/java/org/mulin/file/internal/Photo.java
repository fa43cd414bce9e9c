package org.mulin.file.internal;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Date;
import java.util.Iterator;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import net.coobird.thumbnailator.Thumbnails;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Refused;

/**
 * A photo made fit to keep: upright, at most {@value #SIDE_MAX_PX} pixels a side, drawn anew so that nothing but the
 * picture is left; when and where it was taken is read out first.
 */
record Photo(byte[] bytes, String mediaType, @Nullable String capture) {
    static final int SIDE_MAX_PX = 2560;
    static final long PIXELS_MAX = 60_000_000;

    /** @throws Refused {@code photo-type}, {@code photo-unreadable} or {@code photo-too-large} */
    static Photo read(byte[] original) {
        String format = format(original);
        try {
            var out = new ByteArrayOutputStream();
            var picture = Thumbnails.of(new ByteArrayInputStream(original));
            int side_px = Math.min(SIDE_MAX_PX, longerSide_px(original));
            picture.size(side_px, side_px)
                    .imageType(format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB)
                    .outputFormat(format.equals("png") ? "png" : "jpg")
                    .outputQuality(0.88)
                    .toOutputStream(out);
            return new Photo(out.toByteArray(), "image/" + format, capture(original));
        } catch (IOException | IllegalArgumentException e) {
            throw Refused.of("photo-unreadable").at("file");
        }
    }

    private static String format(byte[] bytes) {
        if (bytes.length > 3 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8) {
            return "jpeg";
        }
        if (bytes.length > 8 && (bytes[0] & 0xff) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G') {
            return "png";
        }
        throw Refused.of("photo-type").at("file");
    }

    /** Reads the header only: a picture that would not fit in memory is refused before it is drawn. */
    private static int longerSide_px(byte[] bytes) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw Refused.of("photo-unreadable").at("file");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width * height > PIXELS_MAX) {
                    throw Refused.of("photo-too-large", PIXELS_MAX / 1_000_000).at("file");
                }
                return (int) Math.max(width, height);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Null when there is neither time nor place. */
    private static @Nullable String capture(byte[] original) {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(original));
            var exif = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
            Date taken = exif == null ? null : exif.getDateOriginal(TimeZone.getTimeZone("Asia/Shanghai"));
            var gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
            GeoLocation at = gps == null ? null : gps.getGeoLocation();
            if (taken == null && at == null) {
                return null;
            }
            return new Capture(
                            taken == null ? null : taken.toInstant(),
                            at == null ? null : Double.valueOf(at.getLatitude()),
                            at == null ? null : Double.valueOf(at.getLongitude()))
                    .written();
        } catch (ImageProcessingException | IOException | RuntimeException unreadable) {
            return null;
        }
    }
}
