-- Claims that a run decided again are taken back to what stood before: amounts, steps, counters, a payment and what is due for it,
-- exactly. The country tells what stands before it is decided again, in functions of the owner, and writes that again: nobody else
-- ever has it in hand, and the gate lets nothing else through. publish is replaced because it is that gate;
-- it asks for a decision for amounts in every state, and takes in nothing of a day that has not begun.

CREATE TABLE reimbursement.stood (
    country text   NOT NULL,
    claim   text   NOT NULL,
    run     bigint NOT NULL REFERENCES reimbursement.run,
    content jsonb  NOT NULL,
    asked   bigint[] NOT NULL,
    PRIMARY KEY (country, claim)
);
COMMENT ON TABLE  reimbursement.stood IS 'What stood of a claim before a run decided it again, the last one. Health data: nobody of the staff reads it, functions of the owner do.';
COMMENT ON COLUMN reimbursement.stood.country IS 'Country.';
COMMENT ON COLUMN reimbursement.stood.claim IS 'The country''s key of the claim.';
COMMENT ON COLUMN reimbursement.stood.run IS 'The run.';
COMMENT ON COLUMN reimbursement.stood.content IS 'What the country writes again; only the country reads it.';
COMMENT ON COLUMN reimbursement.stood.asked IS 'What amendments had asked for of this claim then.';
ALTER TABLE reimbursement.stood ENABLE ROW LEVEL SECURITY;

ALTER TABLE reimbursement.deciding
    DROP CONSTRAINT deciding_kind,
    ADD CONSTRAINT deciding_kind CHECK (kind IN ('AUTO', 'APPROVE', 'ADJUST', 'REJECT', 'PEND', 'ASK', 'REOPEN', 'REDO', 'RESTORE')),
    ADD COLUMN stood text,
    ADD COLUMN stood_insurer numeric(12,2);
COMMENT ON COLUMN reimbursement.deciding.stood IS 'State that it is taken back to.';
COMMENT ON COLUMN reimbursement.deciding.stood_insurer IS 'What we paid then, euros.';
COMMENT ON COLUMN reimbursement.decision.kind IS 'AUTO, APPROVE, ADJUST, REJECT, PEND, ASK, REOPEN; REDO: taken back and decided again at once; RESTORE: back to what stood before that.';

CREATE FUNCTION reimbursement.keep(country_ text, claim_ text, content_ jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    INSERT INTO stood AS s (country, claim, run, content, asked)
    SELECT country_, claim_, d.run, content_, contract.open_follow_ups(country_, claim_)
    FROM deciding d
    WHERE d.country = country_ AND d.claim = claim_ AND d.kind = 'REDO' AND d.run IS NOT NULL
      AND d.xact = pg_current_xact_id_if_assigned()
    ON CONFLICT (country, claim) DO UPDATE SET run = excluded.run, content = excluded.content, asked = excluded.asked;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no run is deciding this claim again' USING ERRCODE = 'insufficient_privilege';
    END IF;
END
$$;
COMMENT ON FUNCTION reimbursement.keep(text, text, jsonb) IS
    'Keeps what stands of a claim that this transaction decides again in a run. For the owner: called by functions of the countries.';

CREATE FUNCTION reimbursement.what_stood(country_ text, claim_ text) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
DECLARE
    found_ jsonb;
BEGIN
    SELECT s.content INTO found_
    FROM stood s JOIN deciding d USING (country, claim)
    WHERE s.country = country_ AND s.claim = claim_ AND d.kind = 'RESTORE' AND d.xact = pg_current_xact_id_if_assigned();
    IF found_ IS NULL THEN
        RAISE EXCEPTION 'this transaction takes nothing of this claim back' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN found_;
END
$$;
COMMENT ON FUNCTION reimbursement.what_stood(text, text) IS
    'What was kept of a claim that this transaction takes back to it. For the owner: called by functions of the countries.';

CREATE FUNCTION reimbursement.being_decided(country_ text) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 1
    SET search_path = reimbursement, public, pg_temp
AS $$
    SELECT d.claim FROM deciding d WHERE d.country = country_ AND d.xact = pg_current_xact_id_if_assigned()
$$;
COMMENT ON FUNCTION reimbursement.being_decided(text) IS
    'Claims of a country that this transaction is deciding, between begin and finish. For the owner: called by functions of the countries.';

CREATE FUNCTION reimbursement.begin_restore(country_ text, claim_ text, run_ bigint, undoing_ bigint) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
DECLARE
    item work;
    last decision;
BEGIN
    IF NOT may_decide(country_)
            OR NOT EXISTS (SELECT FROM run u WHERE u.id = undoing_ AND u.undoes = run_ AND u.staff = session_user)
            OR NOT EXISTS (SELECT FROM run r WHERE r.id = run_ AND r.action = 'AGAIN'
                               AND (r.staff = session_user OR access.is_any('operations_lead'))) THEN
        RAISE EXCEPTION 'this role takes no such run back' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('reimbursement.' || country_), hashtext(claim_));
    SELECT * INTO item FROM work w WHERE w.country = country_ AND w.claim = claim_ FOR UPDATE SKIP LOCKED;
    IF item.state IS NULL THEN
        RETURN CASE WHEN EXISTS (SELECT FROM work w WHERE w.country = country_ AND w.claim = claim_) THEN 'HELD' ELSE 'GONE' END;
    END IF;
    SELECT * INTO last FROM decision d WHERE d.country = country_ AND d.claim = claim_ ORDER BY d.id DESC LIMIT 1;
    IF item.state <> 'ACCEPTED' OR last.kind <> 'REDO' OR last.run IS DISTINCT FROM run_ THEN
        RETURN 'GONE';
    END IF;
    IF NOT EXISTS (SELECT FROM stood s WHERE s.country = country_ AND s.claim = claim_ AND s.run = run_) THEN
        RETURN 'UNKNOWN';
    END IF;
    INSERT INTO deciding (country, claim, kind, reason, note, run, insurer, member, state, stood, stood_insurer)
    VALUES (country_, claim_, 'RESTORE', 'UNDONE', '', undoing_, item.insurer, item.member, item.state, last.state_before, last.insurer_before);
    -- What was paid stands again: there is nothing left to pay or to recover for it. Done differences are history.
    DELETE FROM difference f WHERE f.reopened = last.id AND f.state <> 'DONE';
    RETURN 'OK';
END
$$;
COMMENT ON FUNCTION reimbursement.begin_restore(text, text, bigint, bigint) IS
    'Announces that this transaction takes a claim back to what stood before a run decided it again, as a row of the run that takes that '
    'run back. OK; HELD: a colleague is at it; GONE: it is paid, or was decided since; UNKNOWN: nothing was kept of it.';

CREATE FUNCTION reimbursement.finish_restore(country_ text, claim_ text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
DECLARE
    done deciding;
    item work;
    key  bigint;
BEGIN
    DELETE FROM deciding d
    WHERE d.country = country_ AND d.claim = claim_ AND d.kind = 'RESTORE' AND d.xact = pg_current_xact_id_if_assigned()
    RETURNING d.* INTO done;
    IF done.kind IS NULL THEN
        RAISE EXCEPTION 'this transaction takes nothing of this claim back' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT * INTO item FROM work w WHERE w.country = country_ AND w.claim = claim_;
    IF coalesce(item.state, 'PAID') <> done.stood OR item.state IS NOT NULL AND item.insurer <> done.stood_insurer THEN
        RAISE EXCEPTION 'the claim is % after it was taken back to %', coalesce(item.state, 'PAID'), done.stood
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    INSERT INTO decision (country, claim, member, kind, reason, note, lines, reasons, state_before, state_after,
                          insurer_before, insurer_after, run)
    VALUES (country_, claim_, done.member, 'RESTORE', done.reason, done.note, '[]', '{}', 'ACCEPTED', done.stood,
            done.insurer, done.stood_insurer, done.run)
    RETURNING id INTO key;
    UPDATE difference f SET decided = done.stood_insurer, decision = key
    WHERE f.country = country_ AND f.claim = claim_ AND f.state = 'DUE';
    UPDATE work w SET reasons = '{}', waits_until = NULL, assigned_to = NULL, assigned_at = NULL, revision = w.revision + 1
    WHERE w.country = country_ AND w.claim = claim_;
    -- What asked for it to be decided again asks again.
    PERFORM contract.reopen_follow_ups(s.asked) FROM stood s WHERE s.country = country_ AND s.claim = claim_;
    DELETE FROM stood s WHERE s.country = country_ AND s.claim = claim_;
    RETURN key;
END
$$;
COMMENT ON FUNCTION reimbursement.finish_restore(text, text) IS
    'Ends what begin_restore announced, once the country has written what stood; returns the key of the line of the history.';

CREATE OR REPLACE FUNCTION reimbursement.publish(claims reimbursement.published_claim[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
DECLARE
    told    published_claim[];
    refused record;
BEGIN
    IF claims IS NULL THEN
        RETURN;
    END IF;
    -- A claim told of twice is as it was told last.
    SELECT array_agg(p.c ORDER BY p.country, p.claim) INTO told
    FROM (SELECT DISTINCT ON (u.country, u.claim) u.country, u.claim,
                 ROW(u.country, u.claim, u.number, u.member, u.state, u.received, u.due, u.priority, u.charged, u.insurer,
                     u.reasons, u.was_state, u.was_insurer)::published_claim AS c
          FROM unnest(claims) WITH ORDINALITY AS u
          ORDER BY u.country, u.claim, u.ordinality DESC) p;
    IF NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER') THEN
        -- in local time of where the day begins first: a desk may be ahead of the server
        IF EXISTS (SELECT FROM unnest(told) t LEFT JOIN work w ON w.country = t.country AND w.claim = t.claim
                   WHERE t.received > (now() AT TIME ZONE interval '14 hours')::date AND t.received IS DISTINCT FROM w.received
                     AND (t.was_state IS NULL OR w.claim IS NOT NULL)) THEN
            RAISE EXCEPTION 'a claim is not received before its day has begun' USING ERRCODE = 'check_violation';
        END IF;
        SELECT t.claim, t.state, d.kind, t.insurer > most(d.kind) AS too_much INTO refused
        FROM unnest(told) t
        LEFT JOIN work w ON w.country = t.country AND w.claim = t.claim
        LEFT JOIN deciding d ON d.country = t.country AND d.claim = t.claim AND d.xact = pg_current_xact_id_if_assigned()
        CROSS JOIN LATERAL (SELECT coalesce(w.state, t.was_state) AS state, coalesce(w.insurer, t.was_insurer, 0) AS insurer) was
        WHERE (t.state IS DISTINCT FROM was.state OR t.insurer IS DISTINCT FROM was.insurer)
          AND NOT coalesce(CASE t.state
                  WHEN 'RECEIVED' THEN (was.state IS NULL OR was.state = 'RECEIVED' OR d.kind IN ('REOPEN', 'REDO', 'RESTORE'))
                      AND (t.insurer = 0 OR d.kind IN ('AUTO', 'APPROVE', 'ADJUST', 'REDO', 'RESTORE'))
                  WHEN 'PENDED' THEN (was.state IS NULL OR was.state = 'PENDED' OR d.kind IN ('PEND', 'ASK'))
                      AND (t.insurer = 0 OR d.kind IN ('AUTO', 'APPROVE', 'ADJUST', 'REDO') OR was.state IN ('RECEIVED', 'PENDED') AND t.insurer = was.insurer)
                  WHEN 'ACCEPTED' THEN d.kind IN ('AUTO', 'APPROVE', 'ADJUST', 'REDO') AND t.insurer <= most(d.kind)
                      OR d.kind = 'RESTORE' AND d.stood = 'ACCEPTED' AND d.stood_insurer = t.insurer
                  WHEN 'PAID' THEN d.kind = 'RESTORE' AND d.stood = 'PAID' AND d.stood_insurer = t.insurer
                  WHEN 'REJECTED' THEN d.kind = 'REJECT'
                  ELSE false END, false)
        LIMIT 1;
        IF FOUND THEN
            RAISE EXCEPTION '%', CASE WHEN refused.kind IS NULL THEN 'a claim is decided by reimbursement.begin and finish'
                                      WHEN refused.too_much THEN 'the amount is beyond the authority of this role'
                                      ELSE 'this is not what was announced' END
                USING ERRCODE = 'insufficient_privilege';
        END IF;
    END IF;
    UPDATE deciding d
    SET member = t.member, state = coalesce(d.state, t.was_state),
        insurer = CASE WHEN t.was_state = 'PAID' AND t.state <> 'PAID' THEN t.was_insurer ELSE d.insurer END,
        paid = CASE WHEN t.was_state = 'PAID' AND t.state <> 'PAID' THEN t.was_insurer ELSE d.paid END
    FROM unnest(told) t
    WHERE d.country = t.country AND d.claim = t.claim AND d.xact = pg_current_xact_id_if_assigned();
    UPDATE difference f SET state = 'DONE' FROM unnest(told) t
    WHERE t.state = 'PAID' AND f.country = t.country AND f.claim = t.claim AND f.state = 'DUE';
    DELETE FROM work w USING unnest(told) t
    WHERE w.country = t.country AND w.claim = t.claim AND t.state IN ('REJECTED', 'PAID');
    INSERT INTO work AS w (country, claim, number, member, state, received, due, priority, charged, insurer, reasons)
    SELECT t.country, t.claim, t.number, t.member, t.state, t.received, coalesce(t.due, t.received + 14),
           coalesce(t.priority, 0), t.charged, t.insurer, coalesce(t.reasons, '{}')
    FROM unnest(told) t
    WHERE t.state NOT IN ('REJECTED', 'PAID')
    ON CONFLICT (country, claim) DO UPDATE
        SET number = excluded.number, member = excluded.member, state = excluded.state, received = excluded.received,
            due = excluded.due, priority = excluded.priority, charged = excluded.charged, insurer = excluded.insurer,
            reasons = CASE WHEN excluded.reasons = '{}' THEN w.reasons ELSE excluded.reasons END,
            revision = w.revision + 1
        WHERE (w.number, w.member, w.state, w.received, w.due, w.priority, w.charged, w.insurer)
              IS DISTINCT FROM (excluded.number, excluded.member, excluded.state, excluded.received, excluded.due,
                                excluded.priority, excluded.charged, excluded.insurer)
           OR excluded.reasons <> '{}' AND w.reasons <> excluded.reasons;
END
$$;

REVOKE ALL ON FUNCTION reimbursement.keep(text, text, jsonb), reimbursement.what_stood(text, text), reimbursement.being_decided(text),
    reimbursement.begin_restore(text, text, bigint, bigint), reimbursement.finish_restore(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reimbursement.begin_restore(text, text, bigint, bigint), reimbursement.finish_restore(text, text)
    TO operations, operations_lead;

ALTER TABLE reimbursement.run_row ADD COLUMN reasons text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN reimbursement.run_row.reasons IS 'Why it had not been decided by itself: codes of findings.';
GRANT INSERT (reasons) ON reimbursement.run_row TO operations, operations_lead;
