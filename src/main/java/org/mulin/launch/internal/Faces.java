package org.mulin.launch.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Hands out the web faces: each address that is no file belongs to the face it lies under, which routes it. */
@Configuration(proxyBeanMethods = false)
class Faces implements WebMvcConfigurer {
    private static final String ROOT = "classpath:/static/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(ROOT + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(ROOT)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new FaceResolver());
    }

    /** Faces with an address of their own; all else is the residents'. */
    private static final Set<String> STAFF_FACES = Set.of("desk", "command", "grid");

    private static final class FaceResolver extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = path.isEmpty() ? null : super.getResource(path, location);
            if (file != null) {
                return file;
            }
            String last = path.substring(path.lastIndexOf('/') + 1);
            boolean isPage = !last.contains(".") && !path.matches("(api|actuator|v3|open311)(/.*)?");
            if (!isPage) {
                return null;
            }
            String face = path.replaceFirst("/.*", "");
            var entry = new ClassPathResource(
                    STAFF_FACES.contains(face) ? "static/" + face + "/index.html" : "static/index.html");
            return entry.exists() ? entry : null;
        }
    }
}
