-- What a lead has to judge of a claim stays until a lead judged it: whoever puts the claim off, refuses it or reopens it may add to
-- the reasons why it waits, not remove these.

CREATE FUNCTION reimbursement.for_leads() RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path = reimbursement, public, pg_temp
AS $$ SELECT ARRAY['REUSED_DOCUMENT', 'SHARED_ACCOUNT', 'UNUSUAL_AMOUNT'] $$;
COMMENT ON FUNCTION reimbursement.for_leads() IS 'Codes of findings that only a lead judges.';

ALTER TABLE reimbursement.deciding ADD COLUMN stays text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN reimbursement.deciding.stays IS 'Reasons of the claim that are for a lead.';
ALTER TABLE reimbursement.decision ADD COLUMN stays text[];
COMMENT ON COLUMN reimbursement.decision.stays IS 'What was for a lead to judge of the claim when it was decided; empty for decisions from before this was kept.';

CREATE FUNCTION reimbursement.what_stays(country_ text, claim_ text) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
    SELECT CASE WHEN w.state IN ('RECEIVED', 'PENDED')
                THEN ARRAY(SELECT r FROM unnest(w.reasons) r WHERE r = ANY (for_leads() || 'BEYOND_AUTHORITY'::text) ORDER BY r)
                -- A proposal ends with the decision about it; a suspicion is there again when that decision is taken back.
                ELSE ARRAY(SELECT r FROM unnest((
                    SELECT coalesce(d.stays, (SELECT p.reasons FROM decision p
                                              WHERE p.country = country_ AND p.claim = claim_ AND p.kind IN ('PEND', 'ASK')
                                              ORDER BY p.id DESC LIMIT 1))
                    FROM decision d WHERE d.country = country_ AND d.claim = claim_ AND d.kind <> 'RESTORE'
                    ORDER BY d.id DESC LIMIT 1)) r WHERE r = ANY (for_leads()) ORDER BY r) END
    FROM (SELECT) AS one LEFT JOIN work w ON w.country = country_ AND w.claim = claim_
$$;
COMMENT ON FUNCTION reimbursement.what_stays(text, text) IS
    'What is for a lead to judge of a claim: among its reasons while it is undecided, else what was when it was decided.';

CREATE FUNCTION reimbursement.keep_what_stays() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
DECLARE
    last decision;
BEGIN
    NEW.stays := what_stays(NEW.country, NEW.claim);
    IF 'BEYOND_AUTHORITY' = ANY (NEW.stays) AND NEW.kind = 'PEND' AND NEW.reason = 'UNDONE' THEN
        -- Whoever handed it over takes that back.
        SELECT * INTO last FROM decision d WHERE d.country = NEW.country AND d.claim = NEW.claim ORDER BY d.id DESC LIMIT 1;
        IF last.kind = 'PEND' AND last.reason = 'FOR_A_LEAD' AND last.staff = session_user THEN
            NEW.stays := array_remove(NEW.stays, 'BEYOND_AUTHORITY');
        END IF;
    END IF;
    IF NEW.kind = 'REDO' AND NEW.stays && for_leads() AND NOT access.is_any('operations_lead')
            AND (SELECT d.state_after FROM decision d WHERE d.country = NEW.country AND d.claim = NEW.claim ORDER BY d.id DESC LIMIT 1)
                = 'REJECTED' THEN
        RAISE EXCEPTION 'what was found of this claim is for a lead to judge' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION reimbursement.keep_what_stays() IS
    'Trigger, BEFORE INSERT FOR EACH ROW: a decision begins with what is for a lead, and none by somebody else pays what was refused with it.';
CREATE TRIGGER keep_what_stays BEFORE INSERT ON reimbursement.deciding
    FOR EACH ROW EXECUTE FUNCTION reimbursement.keep_what_stays();

CREATE FUNCTION reimbursement.told_with(stays_ text[], told text[]) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = reimbursement, public, pg_temp
AS $$
    SELECT CASE WHEN access.is_any('operations_lead') THEN told
                ELSE told || ARRAY(SELECT s FROM unnest(stays_) s WHERE s <> ALL (told)) END
$$;
COMMENT ON FUNCTION reimbursement.told_with(text[], text[]) IS 'Why a claim waits, as who puts it off says, and what is not theirs to remove.';

CREATE OR REPLACE FUNCTION reimbursement.finish(country_ text, claim_ text, reasons_ text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
DECLARE
    done  deciding;
    item  work;
    after text;
    key   bigint;
    why   text[];
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
    why := CASE WHEN after = 'PENDED' THEN told_with(done.stays, reasons_) ELSE reasons_ END;
    INSERT INTO decision (country, claim, member, kind, reason, note, lines, reasons, state_before, state_after,
                          insurer_before, insurer_after, run, stays)
    VALUES (country_, claim_, done.member, done.kind, done.reason, done.note, done.lines, why, done.state, after,
            done.insurer, coalesce(item.insurer, 0), done.run, done.stays)
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
    SET reasons = CASE WHEN after = 'PENDED' THEN why WHEN after = 'ACCEPTED' THEN '{}'
                       ELSE w.reasons || ARRAY(SELECT s FROM unnest(done.stays) s WHERE s <> ALL (w.reasons)) END,
        waits_until = CASE WHEN after = 'PENDED' THEN
            (SELECT max(r.until) FROM request r WHERE r.country = country_ AND r.claim = claim_ AND r.answered_at IS NULL) END,
        assigned_to = CASE WHEN done.kind = 'REOPEN' AND done.run IS NULL THEN session_user END,
        assigned_at = CASE WHEN done.kind = 'REOPEN' AND done.run IS NULL THEN clock_timestamp() END,
        revision = w.revision + 1
    WHERE w.country = country_ AND w.claim = claim_;
    RETURN key;
END
$$;

CREATE OR REPLACE FUNCTION reimbursement.finish_many(country_ text, claims_ text[], reasons_ text[]) RETURNS TABLE (claim text, decision bigint)
    LANGUAGE plpgsql SECURITY DEFINER ROWS 1000
    SET search_path = reimbursement, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    done  deciding[];
    wrong record;
BEGIN
    WITH ended AS (
        DELETE FROM deciding d
        WHERE d.country = country_ AND d.claim = ANY (claims_) AND d.xact = pg_current_xact_id_if_assigned()
          AND d.kind IN ('AUTO', 'PEND') AND d.run IS NULL
        RETURNING d.*)
    SELECT array_agg(e::deciding) INTO done FROM ended e;
    IF cardinality(claims_) <> cardinality(reasons_) OR coalesce(cardinality(done), 0) <> cardinality(claims_) THEN
        RAISE EXCEPTION 'this transaction decides nothing of one of these claims' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT d.kind, coalesce(w.state, 'REJECTED') AS after INTO wrong
    FROM unnest(done) d
    LEFT JOIN work w ON w.country = country_ AND w.claim = d.claim
    WHERE w.state IS DISTINCT FROM CASE d.kind WHEN 'AUTO' THEN 'ACCEPTED' ELSE 'PENDED' END
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'a claim is % after %', wrong.after, wrong.kind USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN QUERY
    WITH told AS MATERIALIZED (
        SELECT u.place, d.claim, d.member, d.kind, d.reason, d.note, d.lines,
               CASE d.kind WHEN 'PEND' THEN told_with(d.stays, string_to_array(u.reasons, ','))
                           ELSE string_to_array(u.reasons, ',') END AS reasons, d.stays, d.state,
               d.insurer AS before, w.state AS after, w.insurer
        FROM unnest(claims_, reasons_) WITH ORDINALITY AS u (claim, reasons, place)
        JOIN unnest(done) d ON d.claim = u.claim
        JOIN work w ON w.country = country_ AND w.claim = u.claim
    ), kept AS (
        INSERT INTO decision (country, claim, member, kind, reason, note, lines, reasons, state_before, state_after,
                              insurer_before, insurer_after, stays)
        SELECT country_, t.claim, t.member, t.kind, t.reason, t.note, t.lines, t.reasons, t.state, t.after, t.before, t.insurer, t.stays
        FROM told t ORDER BY t.place
        RETURNING claim, id, insurer_after
    ), settled AS (
        UPDATE difference f SET state = 'DUE', decided = k.insurer_after, decision = k.id
        FROM kept k JOIN told t USING (claim)
        WHERE f.country = country_ AND f.claim = k.claim AND f.state = 'OPEN' AND t.kind = 'AUTO'
    ), given_back AS (
        UPDATE work w
        SET reasons = CASE t.kind WHEN 'PEND' THEN t.reasons ELSE '{}' END,
            waits_until = CASE t.kind WHEN 'PEND' THEN
                (SELECT max(r.until) FROM request r WHERE r.country = country_ AND r.claim = t.claim AND r.answered_at IS NULL) END,
            assigned_to = NULL, assigned_at = NULL, revision = w.revision + 1
        FROM told t
        WHERE w.country = country_ AND w.claim = t.claim
    )
    SELECT k.claim, k.id FROM kept k;
END
$$;

REVOKE ALL ON FUNCTION reimbursement.for_leads(), reimbursement.what_stays(text, text), reimbursement.keep_what_stays(),
    reimbursement.told_with(text[], text[]) FROM PUBLIC;
