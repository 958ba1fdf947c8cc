package io.guichet.contract.internal;

import io.guichet.kernel.UserMessage;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The text of a file, or what keeps it from being read. Nothing is guessed: a name read in the wrong encoding would be
/// enrolled wrongly.
///
/// @param text    without byte order mark, lines ended by `\n`; empty when there is a problem
/// @param problem what is wrong with the file, null when it can be read
record BatchText(String text, @Nullable UserMessage problem) {

    /// The largest file, in bytes.
    static final int LARGEST = 2 * 1024 * 1024;

    private static final int[] UTF_8_MARK = {0xEF, 0xBB, 0xBF};
    private static final int[] ZIP = {'P', 'K', 3, 4};
    private static final int[] OLD_OFFICE = {0xD0, 0xCF, 0x11, 0xE0};

    static BatchText of(byte[] content) {
        if (content.length > LARGEST) {
            return wrong(tooLarge());
        }
        if (begins(content, ZIP) || begins(content, OLD_OFFICE)) {
            return wrong(UserMessage.of("contract.file.spreadsheet"));
        }
        if (begins(content, 0xFF, 0xFE) || begins(content, 0xFE, 0xFF) || everySecondIsZero(content)) {
            return wrong(UserMessage.of("contract.file.utf16"));
        }
        int from = begins(content, UTF_8_MARK) ? UTF_8_MARK.length : 0;
        ByteBuffer bytes = ByteBuffer.wrap(content, from, content.length - from);
        CharBuffer read = CharBuffer.allocate(content.length - from + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(bytes, read, true);
        String text = read.flip().toString();
        if (result.isError()) {
            return wrong(UserMessage.of("contract.file.notUtf8", lines(text)));
        }
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            return wrong(UserMessage.of("contract.file.zero", lines(text.substring(0, zero))));
        }
        if (text.isBlank()) {
            return wrong(UserMessage.of("contract.file.empty"));
        }
        return new BatchText(text.replace("\r\n", "\n").replace('\r', '\n'), null);
    }

    static UserMessage tooLarge() {
        return UserMessage.of("contract.file.large", LARGEST / (1024 * 1024));
    }

    private static BatchText wrong(UserMessage problem) {
        return new BatchText("", problem);
    }

    private static boolean begins(byte[] content, int... with) {
        if (content.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((content[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    /// UTF-16 without its mark: Latin letters have a zero byte on one side.
    private static boolean everySecondIsZero(byte[] content) {
        int looked = Math.min(content.length, 200);
        int even = 0;
        int odd = 0;
        for (int i = 0; i < looked; i++) {
            if (content[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        return looked >= 4 && Math.max(even, odd) * 2 > looked * 3 / 4;
    }

    /// The line, from 1, in which `before` ends.
    private static long lines(String before) {
        return 1 + before.replace("\r\n", "\n").chars().filter(each -> each == '\n' || each == '\r').count();
    }
}
