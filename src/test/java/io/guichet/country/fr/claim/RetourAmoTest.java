package io.guichet.country.fr.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.country.claim.ClaimFileReader;
import io.guichet.country.claim.FileClaim;
import io.guichet.kernel.UserMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetourAmoTest {

    private static final String NIR = "185017512345678";
    private static final String BEGIN = wide("000001017500001" + "20261015");
    private static final String CLAIM = wide("10" + "D00000000000001" + NIR + "20261014" + "F-77                ");
    private static final String GP = act("G", "20261012", "        ", "01", "           ", "1O ", 3000, 3000, 7000, 1900);

    private static String wide(String text) {
        return String.format("%-128s", text);
    }

    private static String act(String code, String from, String to, String times, String provider, String codes, long charged, long base,
                              long rate, long paid) {
        return wide(String.format("20%-25s%s%s%s%s%s%010d%010d%05d%010d%010d%010d", code, from, to, times, provider, codes, charged, base,
                rate, paid, 0, charged - paid));
    }

    private static String end(int claims) {
        return wide(String.format("99%08d", claims));
    }

    /// What a file came to: claims as they print, problems as `line key`.
    private record Read(List<FileClaim> claims, List<String> problems) {
    }

    private static Read read(String... records) throws IOException {
        return readBytes((String.join("\n", records) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Read readBytes(byte[] bytes) throws IOException {
        Read read = new Read(new ArrayList<>(), new ArrayList<>());
        new RetourAmo(number -> number.equals(NIR)).read(new ByteArrayInputStream(bytes), "file:x", new ClaimFileReader.Rows() {
            @Override
            public void claim(FileClaim claim) {
                read.claims().add(claim);
            }

            @Override
            public void problem(int line, UserMessage reason) {
                read.problems().add(line + " " + reason.key());
            }
        });
        return read;
    }

    @Test
    void everyFieldOfAClaimIsRead() throws IOException {
        Read read = read(BEGIN, CLAIM, GP, act("COUR", "20261013", "20261013", "01", "10001234567", " NS", 50000, 12000, 6000, 7200), end(1));
        assertThat(read.problems()).isEmpty();
        assertThat(read.claims()).hasSize(1);
        FileClaim claim = read.claims().getFirst();
        assertThat(claim.line()).isEqualTo(2);
        assertThat(claim.person()).isEqualTo(NIR);
        assertThat(claim.origin()).isEqualTo("amo:017500001:D00000000000001");
        assertThat(claim.claim().asMap()).hasToString("{fr.claim.invoice=F-77, fr.claim.received=2026-10-14}");
        assertThat(claim.lines().getFirst().asMap()).hasToString("{fr.claimLine.act=G, fr.claimLine.base=30.00, fr.claimLine.careDay=2026-10-12, "
                + "fr.claimLine.charged=30.00, fr.claimLine.inPathway=true, fr.claimLine.publicPaid=19.00, fr.claimLine.rate=0.7, "
                + "fr.claimLine.sector=SECTOR_1}");
        assertThat(claim.lines().getLast().asMap()).hasToString("{fr.claimLine.act=COUR, fr.claimLine.base=120.00, "
                + "fr.claimLine.basket=HUNDRED_HEALTH, fr.claimLine.careDay=2026-10-13, fr.claimLine.charged=500.00, "
                + "fr.claimLine.inPathway=false, fr.claimLine.lastDay=2026-10-13, fr.claimLine.provider=10001234567, "
                + "fr.claimLine.publicPaid=72.00, fr.claimLine.rate=0.6}");
    }

    @Test
    void aBadRecordLeavesItsClaimOutAndKeepsTheOthers() throws IOException {
        String other = CLAIM.replace("D00000000000001", "D00000000000002");
        assertThat(read(BEGIN, CLAIM, GP.replace("0000001900", "0000001800"), GP, other, GP, end(2)).problems())
                .containsExactly("3 fr.claimFile.error.sum");
        assertThat(read(BEGIN, CLAIM, GP.replace("0000001900", "0000001800"), GP, other, GP, end(2)).claims())
                .extracting(FileClaim::line).containsExactly(5);
        for (String[] bad : List.of(
                new String[] {GP.replace("20261012", "20261312"), "fr.claimFile.error.day"},
                new String[] {GP.replace("20261012", "        "), "fr.claimFile.error.missing"},
                new String[] {GP.replace("0000003000", "00000030.0"), "fr.claimFile.error.number"},
                new String[] {GP.replace("20G  ", "20XYZ"), "fr.claimFile.error.act"},
                new String[] {GP.replace("1O ", "4O "), "fr.claimFile.error.code"},
                new String[] {GP.substring(0, 127), "fr.claimFile.error.width"},
                new String[] {GP + " ", "fr.claimFile.error.width"},
                new String[] {GP.replace("20G ", "20G\0"), "fr.claimFile.error.encoding"},
                new String[] {GP.replace("20G ", "20Gé"), "fr.claimFile.error.encoding"})) {
            Read read = read(BEGIN, CLAIM, bad[0], other, GP, end(2));
            assertThat(read.problems()).containsExactly("3 " + bad[1]);
            assertThat(read.claims()).extracting(FileClaim::line).containsExactly(4);
        }
        assertThat(read(BEGIN, CLAIM.replace(NIR, "185017512345679"), GP, end(1)).problems()).containsExactly("2 fr.claimFile.error.nir");
        assertThat(read(BEGIN, GP, end(0)).problems()).containsExactly("2 fr.claimFile.error.orphan");
        assertThat(read(BEGIN, CLAIM, other, GP, end(2)).problems()).containsExactly("2 fr.claimFile.error.empty");
    }

    @Test
    void aFileThatIsNoneOrWasCutSaysSo() throws IOException {
        assertThat(read("").problems()).containsExactly("1 fr.claimFile.error.begin");
        assertThat(readBytes(new byte[0]).problems()).containsExactly("0 fr.claimFile.error.begin");
        assertThat(read(CLAIM, GP).problems()).containsExactly("1 fr.claimFile.error.begin");
        Read cut = read(BEGIN, CLAIM, GP);
        assertThat(cut.problems()).containsExactly("2 fr.claimFile.error.cutClaim", "0 fr.claimFile.error.cut");
        assertThat(cut.claims()).isEmpty();
        assertThat(read(BEGIN, CLAIM, GP, CLAIM.replace("D00000000000001", "D00000000000002"), GP).claims()).extracting(FileClaim::line).containsExactly(2);
        assertThat(read(BEGIN, CLAIM, GP, end(7)).problems()).containsExactly("0 fr.claimFile.error.count");
        assertThat(read(BEGIN, CLAIM, GP, end(1), CLAIM).problems()).containsExactly("5 fr.claimFile.error.after");
    }

    /// A bad beginning of the next claim ends the one before; of what may be an act of it, it is told too.
    @Test
    void theClaimBeforeABadRecordIsTakenOrTold() throws IOException {
        String other = CLAIM.replace("D00000000000001", "D00000000000002");
        Read begun = read(BEGIN, CLAIM, GP, other.substring(0, 60), GP, end(2));
        assertThat(begun.problems()).containsExactly("4 fr.claimFile.error.width");
        assertThat(begun.claims()).extracting(FileClaim::line).containsExactly(2);
        for (String bad : List.of(GP.replace("20G", "30G"), "", GP.substring(5))) {
            Read read = read(BEGIN, CLAIM, GP, bad, other, GP, end(2));
            assertThat(read.problems()).hasSize(2).first().asString().startsWith("4 ");
            assertThat(read.problems().getLast()).isEqualTo("2 fr.claimFile.error.leftOut");
            assertThat(read.claims()).extracting(FileClaim::line).containsExactly(5);
        }
    }

    @Test
    void aNumberStandsForOneContent() throws IOException {
        Read same = read(BEGIN, CLAIM, GP, CLAIM, GP, end(2));
        assertThat(same.problems()).isEmpty();
        assertThat(same.claims()).hasSize(2);
        Read other = read(BEGIN, CLAIM, GP, CLAIM, GP, GP, end(2));
        assertThat(other.problems()).containsExactly("4 fr.claimFile.error.otherContent");
        assertThat(other.claims()).extracting(FileClaim::line).containsExactly(2);
    }

    @Test
    void aByteOrderMarkIsReadOver() throws IOException {
        assertThat(read("\uFEFF" + BEGIN, CLAIM, GP, end(1)).claims()).hasSize(1);
    }

    @Test
    void linesMayEndAsOnWindows() throws IOException {
        Read read = readBytes(String.join("\r\n", BEGIN, CLAIM, GP, end(1)).getBytes(StandardCharsets.US_ASCII));
        assertThat(read.problems()).isEmpty();
        assertThat(read.claims()).hasSize(1);
    }

    @Test
    void noiseIsToldOfAndNeverTaken() throws IOException {
        Random random = new Random(11);
        byte[] good = String.join("\n", BEGIN, CLAIM, GP, end(1)).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = good.clone();
            for (int change = 1 + random.nextInt(4); change > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Read read = readBytes(bytes);
            assertThat(read.claims().size()).isLessThanOrEqualTo(1);
        }
    }
}
