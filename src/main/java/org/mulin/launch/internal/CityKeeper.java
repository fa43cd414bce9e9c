package org.mulin.launch.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.mulin.demo.CityPlayed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts a city that took minutes to play by, before the first visitor comes. */
@Component
@ConditionalOnProperty(name = "mulin.demo-kept", havingValue = "true")
class CityKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(CityKeeper.class);

    private final EmbeddedDatabase database;
    private final Path pack;

    CityKeeper(EmbeddedDatabase database, @Value("${mulin.pack}") Path pack) {
        this.database = database;
        this.pack = pack;
    }

    @EventListener
    void keep(CityPlayed played) {
        try {
            new DemoCache(played.data(), pack, played.life()).keep(played.data(), database);
        } catch (IOException e) {
            LOG.warn(
                    "the played city is not kept for the next fresh start: {}",
                    e.getClass().getName());
        }
    }
}
