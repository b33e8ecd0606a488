package dev.reconnect.web;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Makes {@code reconnect.data} absolute for the address of the database: H2 refuses a path that is merely relative. */
public final class DataFolder implements ConfigSourceFactory {

    private static final String FOLDER = "reconnect.data";
    private static final String DEFAULT = "data";
    private static final String ABSOLUTE = "h2.folder";

    /** Above the values that Quarkus keeps from the build, which ran in another folder; below whatever a person sets. */
    private static final int ORDINAL = 90;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        String folder = Optional.ofNullable(context.getValue(FOLDER).getValue()).orElse(DEFAULT);
        String absolute =
                Path.of(folder).toAbsolutePath().normalize().toString().replace('\\', '/');
        return List.of(new PropertiesConfigSource(Map.of(ABSOLUTE, absolute), "data folder", ORDINAL));
    }
}
