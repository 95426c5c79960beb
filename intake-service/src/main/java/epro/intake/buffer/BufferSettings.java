package epro.intake.buffer;

import epro.support.start.IllegalSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much may be on its way at once, and how much of what was acknowledged is remembered. 256 at an acknowledgement of 5 ms
 * are 50,000 a second: more room would only be a longer wait.
 *
 * @param capacity Submissions on their way.
 * @param bytesMax Bytes of these submissions together.
 * @param remembered Acknowledged submissions whose place in the log is remembered, to answer them again; 0: none.
 * @param rememberedFor For how long at most.
 */
@ConfigurationProperties("intake.buffer")
public record BufferSettings(
        @DefaultValue("256") int capacity,
        @DefaultValue("16MB") DataSize bytesMax,
        @DefaultValue("20000") int remembered,
        @DefaultValue("10m") Duration rememberedFor) {

    private static final DataSize ONE_SUBMISSION = DataSize.ofKilobytes(256);

    public BufferSettings {
        IllegalSetting.requireAtLeast("intake.buffer.capacity", 1, capacity);
        IllegalSetting.requireAtLeast("intake.buffer.bytes-max", ONE_SUBMISSION.toBytes(), bytesMax.toBytes());
        IllegalSetting.requireAtLeast("intake.buffer.remembered", 0, remembered);
        if (!rememberedFor.isPositive()) {
            throw new IllegalSetting("intake.buffer.remembered-for", "must be positive, was " + rememberedFor);
        }
    }
}
