-- Many decisions at once: what was ordered, and what became of each claim.

CREATE TABLE reimbursement.run (
    id     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    action text        NOT NULL,
    reason text        NOT NULL,
    note   text        NOT NULL,
    staff  text        NOT NULL DEFAULT session_user,
    at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    undoes bigint      REFERENCES reimbursement.run,
    CONSTRAINT run_action CHECK (action IN ('APPROVE', 'REJECT', 'AGAIN', 'UNDO')),
    CONSTRAINT run_note CHECK (length(note) <= 2000),
    CONSTRAINT run_undoes CHECK ((action = 'UNDO') = (undoes IS NOT NULL))
);
CREATE UNIQUE INDEX run_undone_once ON reimbursement.run (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX run_of_staff ON reimbursement.run (staff, id DESC);
COMMENT ON TABLE  reimbursement.run IS 'The same decision for many claims. Append-only.';
COMMENT ON COLUMN reimbursement.run.id IS 'Key.';
COMMENT ON COLUMN reimbursement.run.action IS 'APPROVE, REJECT; AGAIN: decided anew by the rules of then; UNDO: an earlier run taken back.';
COMMENT ON COLUMN reimbursement.run.reason IS 'Coded reason; empty where none is needed.';
COMMENT ON COLUMN reimbursement.run.note IS 'In words; may be empty.';
COMMENT ON COLUMN reimbursement.run.staff IS 'Who.';
COMMENT ON COLUMN reimbursement.run.at IS 'When it began.';
COMMENT ON COLUMN reimbursement.run.undoes IS 'The run that is taken back.';

CREATE TABLE reimbursement.run_row (
    run            bigint        NOT NULL REFERENCES reimbursement.run,
    country        text          NOT NULL,
    claim          text          NOT NULL,
    number         text          NOT NULL,
    result         text          NOT NULL,
    problem        text          NOT NULL DEFAULT '',
    insurer_before numeric(12,2) NOT NULL,
    insurer_after  numeric(12,2) NOT NULL,
    decision       bigint,
    PRIMARY KEY (run, country, claim),
    CONSTRAINT run_row_result CHECK (result IN ('DONE', 'UNCHANGED', 'REFUSED')),
    CONSTRAINT run_row_problem CHECK ((result = 'REFUSED') = (problem <> '')),
    CONSTRAINT run_row_decision CHECK ((result = 'DONE') = (decision IS NOT NULL))
);
COMMENT ON TABLE  reimbursement.run_row IS 'What became of a claim in a run. Append-only; the decision itself stands in decision.';
COMMENT ON COLUMN reimbursement.run_row.run IS 'The run.';
COMMENT ON COLUMN reimbursement.run_row.country IS 'Country.';
COMMENT ON COLUMN reimbursement.run_row.claim IS 'The country''s key of the claim.';
COMMENT ON COLUMN reimbursement.run_row.number IS 'What people call it.';
COMMENT ON COLUMN reimbursement.run_row.result IS 'DONE; UNCHANGED: it is the same as before; REFUSED.';
COMMENT ON COLUMN reimbursement.run_row.problem IS 'Why it was refused: key of the sentence.';
COMMENT ON COLUMN reimbursement.run_row.insurer_before IS 'What we paid or were to pay, euros.';
COMMENT ON COLUMN reimbursement.run_row.insurer_after IS 'What we pay then, euros.';
COMMENT ON COLUMN reimbursement.run_row.decision IS 'The decision.';

ALTER TABLE reimbursement.run ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON reimbursement.run FOR SELECT TO operations, operations_lead, auditor
    USING (staff = session_user OR (SELECT access.is_any('operations_lead', 'auditor')));
CREATE POLICY begun ON reimbursement.run FOR INSERT TO operations, operations_lead WITH CHECK (staff = session_user);
GRANT SELECT ON reimbursement.run TO operations, operations_lead, auditor;
GRANT INSERT (action, reason, note, undoes) ON reimbursement.run TO operations, operations_lead;
ALTER TABLE reimbursement.run_row ENABLE ROW LEVEL SECURITY;
CREATE POLICY as_its_run ON reimbursement.run_row FOR SELECT TO operations, operations_lead, auditor
    USING (country = ANY ((SELECT access.my_countries())::text[]) AND EXISTS (SELECT FROM reimbursement.run r WHERE r.id = run));
CREATE POLICY in_its_run ON reimbursement.run_row FOR INSERT TO operations, operations_lead
    WITH CHECK (country = ANY ((SELECT access.my_countries())::text[])
                AND EXISTS (SELECT FROM reimbursement.run r WHERE r.id = run AND r.staff = session_user));
GRANT SELECT ON reimbursement.run_row TO operations, operations_lead, auditor;
GRANT INSERT (run, country, claim, number, result, problem, insurer_before, insurer_after, decision) ON reimbursement.run_row
    TO operations, operations_lead;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reimbursement.run FOR EACH ROW EXECUTE FUNCTION reimbursement.refuse();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reimbursement.run_row FOR EACH ROW EXECUTE FUNCTION reimbursement.refuse();
CREATE TRIGGER track AFTER INSERT ON reimbursement.run FOR EACH ROW EXECUTE FUNCTION audit.track('run', 'id');

-- What a run may be about, by keys alone: reading the claims themselves takes opening them.
CREATE FUNCTION reimbursement.matching(countries text[], states text[], reason_ text, assignee text, free_only boolean,
                                       overdue boolean, typed text, today date, max_ integer)
    RETURNS TABLE (country text, claim text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1000
    SET search_path = reimbursement, public, pg_temp
    SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    arms text;
BEGIN
    SELECT string_agg(format('(SELECT w.country, w.claim, w.urgency, w.due, w.id FROM work w WHERE w.country = %L AND w.state = %L%s)',
                             s.land, s.state, s.wanted), ' UNION ALL ') INTO arms
    FROM selection(countries, states, reason_, assignee, free_only, overdue, typed) s
    WHERE may_decide(s.land);
    IF arms IS NOT NULL THEN
        RETURN QUERY EXECUTE format('SELECT w.country, w.claim FROM (%s) AS w ORDER BY w.urgency, w.due, w.id LIMIT $2', arms)
        USING today, max_;
    END IF;
END
$$;
COMMENT ON FUNCTION reimbursement.matching(text[], text[], text, text, boolean, boolean, text, date, integer) IS
    'Keys of all claims of a selection of the queue that the signed-in role decides, the most urgent first.';

CREATE INDEX decision_in_time ON reimbursement.decision (country, at) WHERE kind IN ('AUTO', 'APPROVE', 'ADJUST', 'REDO');
CREATE FUNCTION reimbursement.decided_between(country_ text, from_ timestamptz, to_ timestamptz, max_ integer) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 1000
    SET search_path = reimbursement, public, pg_temp
AS $$
    SELECT d.claim
    FROM decision d
    WHERE d.country = country_ AND d.at >= from_ AND d.at < to_ AND d.kind IN ('AUTO', 'APPROVE', 'ADJUST', 'REDO')
      AND may_decide(country_)
    GROUP BY d.claim ORDER BY min(d.id) LIMIT max_
$$;
COMMENT ON FUNCTION reimbursement.decided_between(text, timestamptz, timestamptz, integer) IS
    'Keys of the claims of a country that were decided in favour in a time, paid or not, in the order they were decided.';

REVOKE ALL ON FUNCTION reimbursement.matching(text[], text[], text, text, boolean, boolean, text, date, integer),
    reimbursement.decided_between(text, timestamptz, timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reimbursement.matching(text[], text[], text, text, boolean, boolean, text, date, integer),
    reimbursement.decided_between(text, timestamptz, timestamptz, integer) TO operations, operations_lead;

-- A claim that is put off again, because a run was taken back, goes on waiting for what was asked for.
CREATE OR REPLACE FUNCTION reimbursement.finish(country_ text, claim_ text, reasons_ text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
DECLARE
    done  deciding;
    item  work;
    after text;
    key   bigint;
BEGIN
    DELETE FROM deciding d
    WHERE d.country = country_ AND d.claim = claim_ AND d.xact = pg_current_xact_id_if_assigned()
    RETURNING d.* INTO done;
    IF done.kind IS NULL THEN
        RAISE EXCEPTION 'this transaction decides nothing of this claim' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT * INTO item FROM work w WHERE w.country = country_ AND w.claim = claim_;
    after := coalesce(item.state, 'REJECTED');
    IF after <> (CASE WHEN done.kind IN ('AUTO', 'APPROVE', 'ADJUST', 'REDO') THEN 'ACCEPTED'
                      WHEN done.kind = 'REJECT' THEN 'REJECTED' WHEN done.kind = 'REOPEN' THEN 'RECEIVED'
                      ELSE 'PENDED' END) THEN
        RAISE EXCEPTION 'the claim is % after %', after, done.kind USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    INSERT INTO decision (country, claim, member, kind, reason, note, lines, reasons, state_before, state_after,
                          insurer_before, insurer_after, run)
    VALUES (country_, claim_, done.member, done.kind, done.reason, done.note, done.lines, reasons_, done.state, after,
            done.insurer, coalesce(item.insurer, 0), done.run)
    RETURNING id INTO key;

    IF done.paid IS NOT NULL THEN
        INSERT INTO difference (country, claim, member, reopened, paid) VALUES (country_, claim_, done.member, key, done.paid);
    ELSIF done.kind IN ('REOPEN', 'REDO') THEN
        -- Taken back before it was paid: the same correction goes on.
        UPDATE difference f SET state = 'OPEN', decided = NULL, decision = NULL
        WHERE f.country = country_ AND f.claim = claim_ AND f.state = 'DUE';
    END IF;
    IF done.kind IN ('AUTO', 'APPROVE', 'ADJUST', 'REDO', 'REJECT') THEN
        UPDATE difference f SET state = 'DUE', decided = coalesce(item.insurer, 0), decision = key
        WHERE f.country = country_ AND f.claim = claim_ AND f.state = 'OPEN';
    END IF;

    UPDATE work w
    SET reasons = CASE WHEN after = 'PENDED' THEN reasons_ WHEN after = 'ACCEPTED' THEN '{}' ELSE w.reasons END,
        waits_until = CASE WHEN after = 'PENDED' THEN
            (SELECT max(r.until) FROM request r WHERE r.country = country_ AND r.claim = claim_ AND r.answered_at IS NULL) END,
        assigned_to = CASE WHEN done.kind = 'REOPEN' AND done.run IS NULL THEN session_user END,
        assigned_at = CASE WHEN done.kind = 'REOPEN' AND done.run IS NULL THEN clock_timestamp() END,
        revision = w.revision + 1
    WHERE w.country = country_ AND w.claim = claim_;
    RETURN key;
END
$$;
