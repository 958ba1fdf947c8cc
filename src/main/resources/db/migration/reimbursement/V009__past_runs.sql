-- Runs that are told of afterwards, and that somebody can finish when something stopped them: what was ordered, what became of
-- it so far, and for how much.

ALTER TABLE reimbursement.run
    ADD COLUMN claims integer,
    ADD CONSTRAINT run_claims CHECK (claims >= 0);
COMMENT ON COLUMN reimbursement.run.claims IS 'How many claims were ordered; empty for runs from before this was kept.';
GRANT INSERT (claims) ON reimbursement.run TO operations, operations_lead;

CREATE TABLE reimbursement.run_claim (
    run     bigint  NOT NULL REFERENCES reimbursement.run,
    country text    NOT NULL,
    claim   text    NOT NULL,
    PRIMARY KEY (run, country, claim)
);
COMMENT ON TABLE  reimbursement.run_claim IS 'The claims that a run was ordered for: those without a row of what became of them are still to be done. Append-only.';
COMMENT ON COLUMN reimbursement.run_claim.run IS 'The run.';
COMMENT ON COLUMN reimbursement.run_claim.country IS 'Country.';
COMMENT ON COLUMN reimbursement.run_claim.claim IS 'The country''s key of the claim.';

ALTER TABLE reimbursement.run_row
    ADD COLUMN member text NOT NULL DEFAULT '',
    ADD COLUMN told jsonb,
    ADD COLUMN difference numeric(12,2);
COMMENT ON COLUMN reimbursement.run_row.member IS 'The country''s key of the member whose care it was; empty when the claim was not found.';
COMMENT ON COLUMN reimbursement.run_row.told IS 'Why it was refused, with the arguments of the sentence, in no language.';
COMMENT ON COLUMN reimbursement.run_row.difference IS 'To what was paid before, euros: to be paid, or negative to be recovered; empty when nothing was paid.';
GRANT INSERT (member, told, difference) ON reimbursement.run_row TO operations, operations_lead;

CREATE TABLE reimbursement.run_sum (
    run            bigint        NOT NULL REFERENCES reimbursement.run,
    country        text          NOT NULL,
    result         text          NOT NULL,
    claims         integer       NOT NULL,
    insurer_before numeric(16,2) NOT NULL,
    insurer_after  numeric(16,2) NOT NULL,
    to_pay         numeric(16,2) NOT NULL,
    to_recover     numeric(16,2) NOT NULL,
    at             timestamptz   NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (run, country, result)
);
COMMENT ON TABLE  reimbursement.run_sum IS 'What the rows of a run add up to, so that nobody has to read them to list runs. Kept by a trigger.';
COMMENT ON COLUMN reimbursement.run_sum.run IS 'The run.';
COMMENT ON COLUMN reimbursement.run_sum.country IS 'Country.';
COMMENT ON COLUMN reimbursement.run_sum.result IS 'As in run_row.';
COMMENT ON COLUMN reimbursement.run_sum.claims IS 'How many.';
COMMENT ON COLUMN reimbursement.run_sum.insurer_before IS 'What we paid or were to pay for them, euros.';
COMMENT ON COLUMN reimbursement.run_sum.insurer_after IS 'What we pay for them then, euros.';
COMMENT ON COLUMN reimbursement.run_sum.to_pay IS 'Differences to what was paid that are to be paid, euros.';
COMMENT ON COLUMN reimbursement.run_sum.to_recover IS 'Differences to what was paid that are to be recovered, euros, not negative.';
COMMENT ON COLUMN reimbursement.run_sum.at IS 'When the last of them was written.';

CREATE FUNCTION reimbursement.sum_run() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    INSERT INTO run_sum AS s (run, country, result, claims, insurer_before, insurer_after, to_pay, to_recover)
    SELECT n.run, n.country, n.result, count(*), sum(n.insurer_before), sum(n.insurer_after),
           sum(greatest(coalesce(n.difference, 0), 0)), sum(greatest(coalesce(-n.difference, 0), 0))
    FROM new_rows n
    GROUP BY n.run, n.country, n.result
    ORDER BY n.run, n.country, n.result
    ON CONFLICT (run, country, result) DO UPDATE
        SET claims = s.claims + excluded.claims, insurer_before = s.insurer_before + excluded.insurer_before,
            insurer_after = s.insurer_after + excluded.insurer_after, to_pay = s.to_pay + excluded.to_pay,
            to_recover = s.to_recover + excluded.to_recover, at = excluded.at;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION reimbursement.sum_run() IS 'Trigger, AFTER each statement: keeps what the rows of a run add up to.';
CREATE TRIGGER sum_run AFTER INSERT ON reimbursement.run_row REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION reimbursement.sum_run();
INSERT INTO reimbursement.run_sum (run, country, result, claims, insurer_before, insurer_after, to_pay, to_recover, at)
SELECT r.run, r.country, r.result, count(*), sum(r.insurer_before), sum(r.insurer_after), 0, 0, min(n.at)
FROM reimbursement.run_row r JOIN reimbursement.run n ON n.id = r.run
GROUP BY r.run, r.country, r.result;

-- Rights: as for the run.
ALTER TABLE reimbursement.run_claim ENABLE ROW LEVEL SECURITY;
CREATE POLICY as_its_run ON reimbursement.run_claim FOR SELECT TO operations, operations_lead, auditor
    USING (country = ANY ((SELECT access.my_countries())::text[]) AND EXISTS (SELECT FROM reimbursement.run r WHERE r.id = run));
CREATE POLICY in_its_run ON reimbursement.run_claim FOR INSERT TO operations, operations_lead
    WITH CHECK (EXISTS (SELECT FROM reimbursement.run r WHERE r.id = run AND r.staff = session_user));
GRANT SELECT ON reimbursement.run_claim TO operations, operations_lead, auditor;
GRANT INSERT ON reimbursement.run_claim TO operations, operations_lead;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reimbursement.run_claim FOR EACH ROW EXECUTE FUNCTION reimbursement.refuse();
ALTER TABLE reimbursement.run_sum ENABLE ROW LEVEL SECURITY;
CREATE POLICY as_its_run ON reimbursement.run_sum FOR SELECT TO operations, operations_lead, auditor
    USING (country = ANY ((SELECT access.my_countries())::text[]) AND EXISTS (SELECT FROM reimbursement.run r WHERE r.id = run));
GRANT SELECT ON reimbursement.run_sum TO operations, operations_lead, auditor;

CREATE FUNCTION reimbursement.undone_by(run_ bigint) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
    SELECT u.id FROM run u JOIN run r ON r.id = u.undoes
    WHERE u.undoes = run_ AND (r.staff = session_user OR access.is_any('operations_lead', 'auditor'))
$$;
COMMENT ON FUNCTION reimbursement.undone_by(bigint) IS
    'The run that took a run back, whoever ordered it; null when none did. For whoever may see the run.';

CREATE FUNCTION reimbursement.member_name(country_ text, member_ text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
    SELECT coalesce(directory.label(country_, 'member', member_), '')
    WHERE country_ = ANY (access.my_countries()) AND access.is_any('operations', 'operations_lead', 'auditor')
$$;
COMMENT ON FUNCTION reimbursement.member_name(text, text) IS 'What people call a member of a claim, as the queue says it; empty when there is none.';

REVOKE ALL ON FUNCTION reimbursement.sum_run(), reimbursement.undone_by(bigint), reimbursement.member_name(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reimbursement.undone_by(bigint), reimbursement.member_name(text, text) TO operations, operations_lead, auditor;
