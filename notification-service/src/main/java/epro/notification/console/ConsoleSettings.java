package epro.notification.console;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the console's pages depend on.
 *
 * @param zone The time zone in which times are shown, such as {@code Asia/Shanghai}.
 */
@ConfigurationProperties("epro.console")
record ConsoleSettings(@DefaultValue("UTC") ZoneId zone) {}
