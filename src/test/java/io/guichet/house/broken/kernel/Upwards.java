package io.guichet.house.broken.kernel;

import io.guichet.house.broken.second.Seconds;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/// Breaks: the kernel needs a component, and JDBC.
public final class Upwards {
    @Nullable Seconds seconds;
    @Nullable Connection connection;
}
