package io.guichet.country.fr.claim;

import io.guichet.country.claim.ClaimFileReader;
import io.guichet.country.claim.FileClaim;
import io.guichet.country.field.FieldValues;
import io.guichet.country.fr.adjudication.CareAct;
import io.guichet.country.fr.claim.FixedRecord.Unreadable;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads the file *retour AMO* of `src/docs/files/french-retour-amo.md`: fixed width, one record a line.
final class RetourAmo implements ClaimFileReader {

    /// What the origins of its claims begin with.
    static final String ORIGIN = "amo:";

    private static final int WIDTH = 128;
    private static final int WITHOUT_KEY = 13;
    private static final int MOST_ACTS = 200;
    /// UTF-8's byte order mark.
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    /// What stands for a character that is none of the format's.
    private static final char FOREIGN = '\ufffd';
    private static final Map<String, String> SECTORS = Map.of("1", "SECTOR_1", "2", "OPTAM", "3", "NON_OPTAM");
    private static final Map<String, String> PATHWAY = Map.of("O", "true", "N", "false");
    private static final Map<String, String> BASKETS = Map.of("S", "HUNDRED_HEALTH", "M", "MODERATED", "L", "FREE");

    private final Predicate<String> nir;

    /// @param nir whether these 15 characters are a NIR with its key
    RetourAmo(Predicate<String> nir) {
        this.nir = nir;
    }

    @Override
    public String format() {
        return "retourAmo";
    }

    @Override
    public void read(InputStream file, String origin, Rows rows) throws IOException {
        new Reading(withoutMark(new BufferedInputStream(file)), rows).run();
    }

    /// Editors put a mark before the first letter.
    private static InputStream withoutMark(InputStream bytes) throws IOException {
        bytes.mark(MARK.length);
        if (!Arrays.equals(bytes.readNBytes(MARK.length), MARK)) {
            bytes.reset();
        }
        return bytes;
    }

    @Override
    public Map<String, String> members(UnitOfWork work, Collection<String> people) {
        String[] numbers = people.stream().map(person -> person.substring(0, WITHOUT_KEY)).distinct().toArray(String[]::new);
        return work.sql(connection -> ClaimStore.membersByNir(connection, numbers));
    }

    /// One file on its way through. A claim is handed over when the record after its last act is there: only then it is whole.
    private final class Reading {

        private final InputStream bytes;
        private final Rows rows;
        private int line;
        private long claims;
        private String fund = "";
        private boolean ended;

        // the claim being read
        private int begun;
        private String number = "";
        private String person = "";
        private Map<String, @Nullable String> claim = Map.of();
        private final List<FieldValues> acts = new ArrayList<>();
        private boolean good;
        /// What each number of a claim stood for.
        private final Map<String, Integer> contents = new HashMap<>();

        Reading(InputStream bytes, Rows rows) {
            this.bytes = bytes;
            this.rows = rows;
        }

        void run() throws IOException {
            String text = next();
            if (text == null || !begin(text)) {
                rows.problem(text == null ? 0 : 1, UserMessage.of("fr.claimFile.error.begin"));
                return;
            }
            for (text = next(); text != null; text = next()) {
                record(text);
            }
            if (!ended) {
                leftOut("fr.claimFile.error.cutClaim");
                rows.problem(0, UserMessage.of("fr.claimFile.error.cut"));
            }
        }

        private boolean begin(String text) {
            FixedRecord record = new FixedRecord(text);
            if (text.length() != WIDTH || !record.type().equals("00") || !record.text(3, 4).equals("0001")) {
                return false;
            }
            fund = record.text(7, 9);
            return fund.length() == 9;
        }

        private void record(String text) {
            try {
                if (text.startsWith("10") || text.startsWith("99")) {
                    // whatever becomes of this record, the claim before it is whole
                    finish();
                    claims += text.startsWith("10") ? 1 : 0;
                }
                if (text.indexOf(FOREIGN) >= 0) {
                    throw new Unreadable("fr.claimFile.error.encoding");
                }
                if (text.length() != WIDTH) {
                    throw new Unreadable("fr.claimFile.error.width", WIDTH);
                }
                if (ended) {
                    throw new Unreadable("fr.claimFile.error.after");
                }
                FixedRecord record = new FixedRecord(text);
                switch (record.type()) {
                    case "10" -> claim(record);
                    case "20" -> act(record);
                    case "99" -> end(record);
                    default -> throw new Unreadable("fr.claimFile.error.type");
                }
            } catch (Unreadable unreadable) {
                rows.problem(line, unreadable.reason());
                if (text.startsWith("10")) {
                    begun = line;
                } else if (!text.startsWith("20")) {
                    leftOut("fr.claimFile.error.leftOut");
                }
                good = false;
            }
        }

        /// Tells that the claim that is being read is not taken.
        private void leftOut(String reason) {
            if (good) {
                rows.problem(begun, UserMessage.of(reason));
            }
            good = false;
        }

        private void claim(FixedRecord record) throws Unreadable {
            begun = line;
            acts.clear();
            number = record.text(3, 15);
            person = record.text(18, 15);
            claim = new HashMap<>();
            if (number.isEmpty()) {
                throw new Unreadable("fr.claimFile.error.missing", "DEC_NUM");
            }
            if (!nir.test(person)) {
                throw new Unreadable("fr.claimFile.error.nir");
            }
            claim.put(ClaimFields.RECEIVED, needed("DEC_DAT", record.day("DEC_DAT", 33)));
            claim.put(ClaimFields.INVOICE, record.text(41, 20));
            good = true;
        }

        private void act(FixedRecord record) throws Unreadable {
            if (begun == 0) {
                throw new Unreadable("fr.claimFile.error.orphan");
            }
            String code = record.text(3, 25);
            if (CareAct.of(code) == null) {
                throw new Unreadable("fr.claimFile.error.act", code);
            }
            if (acts.size() == MOST_ACTS) {
                throw new Unreadable("fr.claim.error.lines", MOST_ACTS);
            }
            long charged = record.number("DEP_MNR", 60, 10);
            long paid = record.number("AMO_MNR", 85, 10);
            record.number("AMC_MNR", 95, 10);
            if (paid > charged || record.number("NOE_MNR", 105, 10) != charged - paid) {
                throw new Unreadable("fr.claimFile.error.sum");
            }
            Map<String, @Nullable String> values = new HashMap<>();
            values.put(ClaimFields.ACT, code);
            values.put(ClaimFields.DAY, needed("EXE_DEB", record.day("EXE_DEB", 28)));
            values.put(ClaimFields.LAST_DAY, record.day("EXE_FIN", 36));
            long quantity = record.number("ACT_QTE", 44, 2);
            values.put(ClaimFields.QUANTITY, quantity == 1 ? null : Long.toString(quantity));
            values.put(ClaimFields.PROVIDER, record.text(46, 11));
            values.put(ClaimFields.SECTOR, coded(record, "EXE_SEC", 57, SECTORS));
            values.put(ClaimFields.PATHWAY, coded(record, "PAR_COD", 58, PATHWAY));
            values.put(ClaimFields.BASKET, coded(record, "PAN_COD", 59, BASKETS));
            values.put(ClaimFields.CHARGED, record.amount("DEP_MNR", 60, 10));
            values.put(ClaimFields.BASE, record.amount("REM_BAS", 70, 10));
            values.put(ClaimFields.RATE, BigDecimal.valueOf(record.number("REM_TAU", 80, 5), 4).stripTrailingZeros().toPlainString());
            values.put(ClaimFields.PUBLIC_PAID, record.amount("AMO_MNR", 85, 10));
            if (CareAct.of(code).basis() == CareAct.Basis.CHARGE) {
                // the law fixes them: the fund refers to nothing, and pays nothing
                values.remove(ClaimFields.BASE);
                values.remove(ClaimFields.RATE);
            }
            acts.add(FieldValues.of(values));
        }

        private @Nullable String coded(FixedRecord record, String field, int from, Map<String, String> codes) throws Unreadable {
            String code = record.text(from, 1);
            if (!code.isEmpty() && !codes.containsKey(code)) {
                throw new Unreadable("fr.claimFile.error.code", field, String.join(", ", codes.keySet().stream().sorted().toList()));
            }
            return codes.get(code);
        }

        private static String needed(String field, String value) throws Unreadable {
            if (value.isEmpty()) {
                throw new Unreadable("fr.claimFile.error.missing", field);
            }
            return value;
        }

        private void end(FixedRecord record) throws Unreadable {
            ended = true;
            if (record.number("DEC_NBR", 3, 8) != claims) {
                rows.problem(0, UserMessage.of("fr.claimFile.error.count", record.number("DEC_NBR", 3, 8), claims));
            }
        }

        private void finish() {
            if (good && acts.isEmpty()) {
                rows.problem(begun, UserMessage.of("fr.claimFile.error.empty"));
            } else if (good && isOther()) {
                rows.problem(begun, UserMessage.of("fr.claimFile.error.otherContent", number));
            } else if (good) {
                rows.claim(new FileClaim(begun, person, FieldValues.of(claim), acts, ORIGIN + fund + ":" + number));
            }
            good = false;
        }

        /// Whether the file had this number before, of something else.
        private boolean isOther() {
            int content = Objects.hash(person, claim, acts.stream().map(FieldValues::asMap).toList());
            Integer before = contents.putIfAbsent(number, content);
            return before != null && before != content;
        }

        /// The next line without its end, or null at the end of the file; of one that is too long, enough to see that it is.
        private @Nullable String next() throws IOException {
            StringBuilder text = new StringBuilder(WIDTH);
            int read = bytes.read();
            if (read < 0) {
                return null;
            }
            line++;
            for (; read >= 0 && read != '\n'; read = bytes.read()) {
                if (text.length() <= WIDTH + 1) {
                    text.append(read < 128 && (read >= ' ' || read == '\r') ? (char) read : FOREIGN);
                }
            }
            int length = text.length();
            if (length > 0 && text.charAt(length - 1) == '\r') {
                text.setLength(length - 1);
            }
            return text.toString();
        }
    }
}
