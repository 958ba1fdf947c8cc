package io.guichet.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeldOutputTest {

    @Test
    void whatWasWrittenComesOutWhetherItStayedInMemoryOrNot() throws Exception {
        for (int most : new int[] {1, 100, 4096, 1_000_000}) {
            Random random = new Random(3);
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            ByteArrayOutputStream copied = new ByteArrayOutputStream();
            try (HeldOutput held = new HeldOutput(most)) {
                for (int i = 0; i < 300; i++) {
                    byte[] part = new byte[random.nextInt(200)];
                    random.nextBytes(part);
                    held.write(part);
                    held.write(i);
                    expected.write(part);
                    expected.write(i);
                }
                held.copyTo(copied);
            }
            assertThat(copied.toByteArray()).isEqualTo(expected.toByteArray());
        }
    }

    @Test
    void nothingWrittenIsNothing() throws Exception {
        ByteArrayOutputStream copied = new ByteArrayOutputStream();
        try (HeldOutput held = new HeldOutput(10)) {
            held.copyTo(copied);
        }
        assertThat(copied.toByteArray()).isEmpty();
    }
}
