package io.guichet.reimbursement.internal;

import io.guichet.country.adjudication.ClaimDecision;
import io.guichet.country.adjudication.CounterMove;
import io.guichet.country.adjudication.LineDecision;
import io.guichet.country.adjudication.Step;
import io.guichet.country.claim.Assessment;
import io.guichet.country.claim.ClaimFile;
import io.guichet.country.claim.ClaimForm;
import io.guichet.country.claim.ClaimIntake;
import io.guichet.country.claim.ClaimRecords;
import io.guichet.country.claim.ClaimState;
import io.guichet.country.claim.Finding;
import io.guichet.country.claim.Received;
import io.guichet.country.field.FieldValues;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.Money;
import io.guichet.kernel.UserMessage;
import io.guichet.platform.database.UnitOfWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Claims over the tables of `Slips`: the rate of what was charged, as long as the pot has it.
final class SlipClaims implements ClaimRecords {

    static final long UNUSUAL = 500_000;

    private record Slip(String code, String person, ClaimState state, LocalDate came, long charged, long insurer, boolean paper) {
    }

    private static Optional<Slip> slip(UnitOfWork work, String code) {
        return Calls.first(work, row -> new Slip(row.getString("code"), row.getString("person"),
                ClaimState.valueOf(row.getString("state")), row.getObject("came", LocalDate.class), row.getLong("charged"),
                row.getLong("insurer"), row.getBoolean("paper")), "SELECT * FROM zz.slip WHERE code = ?", code);
    }

    private static Slip require(UnitOfWork work, String code) {
        return slip(work, code).orElseThrow(() -> new IllegalStateException(code + " is not open"));
    }

    private static void run(UnitOfWork work, String sql, Object... arguments) {
        Calls.list(work, row -> row, sql + " RETURNING 1", arguments);
    }

    @Override
    public ClaimForm form() {
        return new ClaimForm(List.of(), List.of(), "zz.claimLine.act", "zz.claimLine.careDay", "zz.claimLine.charged",
                List.of("invoice", "prescription"));
    }

    @Override
    public FieldValues defaults(UnitOfWork work, String member, LocalDate careDay) {
        return FieldValues.of(Map.of());
    }

    @Override
    public Received receive(UnitOfWork work, ClaimIntake intake) {
        Optional<String> known = Calls.first(work, row -> row.getString(1), "SELECT code FROM zz.slip WHERE origin = ?",
                intake.origin());
        if (known.isPresent()) {
            return new Received.Known(known.get());
        }
        long cents = Long.parseLong(intake.lines().getFirst().get("zz.claimLine.charged").orElse("0"));
        if (cents <= 0) {
            return new Received.Refused(List.of(new FieldProblem("lines[0].zz.claimLine.charged", UserMessage.of("country.input.amount"))));
        }
        return new Received.Written(Calls.text(work, "INSERT INTO zz.slip (code, person, came, charged, paper, origin) VALUES ("
                + "'N' || nextval('zz.slip_code'), ?, ?::date, ?, ?, ?) RETURNING code", intake.member(),
                intake.claim().get("zz.claim.received").orElseThrow(), cents,
                !intake.claim().get("zz.claim.paper").equals(Optional.of("false")), intake.origin()));
    }

    @Override
    public Optional<ClaimFile> find(UnitOfWork work, String claim) {
        return slip(work, claim).map(slip -> new ClaimFile(Slips.claim(slip.code()), slip.code(), Slips.member(slip.person()),
                slip.state(), slip.came(), FieldValues.of(Map.of()), List.of(),
                slip.state() == ClaimState.RECEIVED || slip.state() == ClaimState.PENDED ? Optional.empty()
                        : Optional.of(decision(slip.charged(), slip.insurer())),
                slip.state() == ClaimState.PAID ? Optional.of(slip.came()) : Optional.empty(), 1));
    }

    private static ClaimDecision decision(long charged, long insurer) {
        return new ClaimDecision(List.of(new LineDecision(Money.euros(charged), Money.ZERO, Money.euros(insurer),
                Money.euros(charged - insurer), List.of(new Step("RATE", Money.euros(insurer), UserMessage.of("zz.rate"), "", List.of())),
                List.of(new CounterMove("POT", insurer)))));
    }

    @Override
    public Received revise(UnitOfWork work, String claim, ClaimIntake intake) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Assessment assess(UnitOfWork work, String claim) {
        Slip slip = require(work, claim);
        long left = Calls.key(work, "SELECT most - used FROM zz.pot WHERE person = ? FOR UPDATE", slip.person());
        long rate = Calls.key(work, "SELECT percent FROM zz.rate");
        List<Finding> findings = new ArrayList<>();
        if (!slip.paper()) {
            findings.add(finding(Finding.Code.MISSING_DOCUMENT));
        }
        if (slip.charged() >= UNUSUAL) {
            findings.add(finding(Finding.Code.UNUSUAL_AMOUNT));
        }
        Calls.list(work, row -> row.getString("kind"), "SELECT kind FROM reimbursement.alike('ZZ', ?)", claim)
                .forEach(kind -> findings.add(finding(Finding.Code.DUPLICATE)));
        return new Assessment(decision(slip.charged(), Math.min(left, slip.charged() * rate / 100)), findings);
    }

    private static Finding finding(Finding.Code code) {
        return new Finding(code, UserMessage.of("country.finding." + code), -1);
    }

    @Override
    public void accept(UnitOfWork work, String claim, ClaimDecision decision) {
        decision.lines().stream().flatMap(line -> line.moves().stream()).forEach(move ->
                run(work, "UPDATE zz.pot SET used = used + ? WHERE person = ?", move.used(), require(work, claim).person()));
        run(work, "UPDATE zz.slip SET state = 'ACCEPTED', insurer = ? WHERE code = ?", decision.insurerPaid().minor(), claim);
    }

    @Override
    public void pend(UnitOfWork work, String claim) {
        run(work, "UPDATE zz.slip SET state = 'PENDED' WHERE code = ?", claim);
    }

    @Override
    public void reject(UnitOfWork work, String claim, String reason) {
        run(work, "UPDATE zz.slip SET state = 'REJECTED', why = ? WHERE code = ?", reason, claim);
    }

    @Override
    public List<String> rejections() {
        return List.of("DUPLICATE", "NOT_COVERED");
    }

    @Override
    public void reopen(UnitOfWork work, String claim) {
        Slip slip = require(work, claim);
        run(work, "UPDATE zz.pot SET used = used - ? WHERE person = ?", slip.insurer(), slip.person());
        run(work, "UPDATE zz.slip SET state = 'RECEIVED', insurer = 0 WHERE code = ?", claim);
    }

    @Override
    public Optional<Map<String, Object>> simulation(UnitOfWork work, String member, LocalDate day) {
        return Optional.empty();
    }
}
