-- Deciding a claim: who may, up to how much, and what was decided. One decision is one transaction:
--
--     SELECT reimbursement.begin(country, claim, kind, reason, note, lines, run, revision);   -- 'OK', or why not
--     -- the country writes the claim; its trigger publishes, and publish refuses what begin did not announce
--     SELECT reimbursement.finish(country, claim, reasons);                                    -- the key of the decision
--
-- Staff cannot decide in any other way, psql included: publish lets no claim of theirs change its state, nor an accepted one
-- its amount, without begin, and finish is what lets the transaction commit. The owner, who loads in bulk, is not held to it.

-- Authority -------------------------------------------------------------------------------------------------------

CREATE TABLE reimbursement.authority (
    role    text   PRIMARY KEY,
    most    numeric(12,2),
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT authority_role CHECK (role IN ('automatic', 'operations', 'operations_lead')),
    CONSTRAINT authority_most CHECK (most >= 0),
    CONSTRAINT authority_version CHECK (version > 0)
);
COMMENT ON TABLE  reimbursement.authority IS 'Up to how much each kind of work may decide that we pay.';
COMMENT ON COLUMN reimbursement.authority.role IS 'Group role; automatic: what is decided without anybody looking.';
COMMENT ON COLUMN reimbursement.authority.most IS 'Highest amount of one claim, euros; empty: any.';
COMMENT ON COLUMN reimbursement.authority.version IS 'Raised by each change.';
INSERT INTO reimbursement.authority (role, most) VALUES ('automatic', 150), ('operations', 500), ('operations_lead', NULL);
GRANT SELECT ON reimbursement.authority TO care_agent, operations, operations_lead, auditor, staff_admin;
GRANT UPDATE (most, version) ON reimbursement.authority TO staff_admin;
CREATE TRIGGER raise_version BEFORE UPDATE ON reimbursement.authority FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON reimbursement.authority
    FOR EACH ROW EXECUTE FUNCTION audit.track('authority', 'role');

CREATE FUNCTION reimbursement.may_decide(country_ text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
    SELECT country_ = ANY (access.my_countries()) AND access.is_any('operations', 'operations_lead')
$$;
COMMENT ON FUNCTION reimbursement.may_decide(text) IS 'Whether the signed-in role decides claims of this country.';

CREATE FUNCTION reimbursement.most(kind_ text) RETURNS numeric
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
    SELECT coalesce(max(coalesce(a.most, 'Infinity')), -1)
    FROM authority a
    WHERE CASE WHEN kind_ = 'AUTO' THEN a.role = 'automatic' ELSE a.role <> 'automatic' AND access.is_any(a.role) END
$$;
COMMENT ON FUNCTION reimbursement.most(text) IS
    'Up to how much the signed-in role decides by a decision of this kind, euros: Infinity for any amount, -1 for none.';

-- History ---------------------------------------------------------------------------------------------------------

CREATE TABLE reimbursement.decision (
    id             bigint        GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    country        text          NOT NULL,
    claim          text          NOT NULL,
    member         text          NOT NULL,
    at             timestamptz   NOT NULL DEFAULT clock_timestamp(),
    staff          text          NOT NULL DEFAULT session_user,
    kind           text          NOT NULL,
    reason         text          NOT NULL,
    note           text          NOT NULL,
    lines          jsonb         NOT NULL,
    reasons        text[]        NOT NULL,
    state_before   text          NOT NULL,
    state_after    text          NOT NULL,
    insurer_before numeric(12,2) NOT NULL,
    insurer_after  numeric(12,2) NOT NULL,
    run            bigint,
    CONSTRAINT decision_amounts CHECK (insurer_before >= 0 AND insurer_after >= 0)
);
CREATE INDEX decision_of_claim ON reimbursement.decision (country, claim, id DESC);
CREATE INDEX decision_of_run ON reimbursement.decision (run, id) WHERE run IS NOT NULL;
COMMENT ON TABLE  reimbursement.decision IS 'What was decided of claims, by whom and why. Append-only.';
COMMENT ON COLUMN reimbursement.decision.id IS 'Order of deciding.';
COMMENT ON COLUMN reimbursement.decision.country IS 'Country.';
COMMENT ON COLUMN reimbursement.decision.claim IS 'The country''s key of the claim.';
COMMENT ON COLUMN reimbursement.decision.member IS 'The country''s key of the member whose care it was.';
COMMENT ON COLUMN reimbursement.decision.at IS 'When.';
COMMENT ON COLUMN reimbursement.decision.staff IS 'Who; of an automatic decision, in whose name it came in.';
COMMENT ON COLUMN reimbursement.decision.kind IS 'AUTO, APPROVE, ADJUST, REJECT, PEND, ASK, REOPEN; REDO: taken back and decided again at once.';
COMMENT ON COLUMN reimbursement.decision.reason IS 'Coded reason; empty where none is needed.';
COMMENT ON COLUMN reimbursement.decision.note IS 'In words; may be empty.';
COMMENT ON COLUMN reimbursement.decision.lines IS 'Lines that a person decided otherwise than the rules: line, insurer, reason, note.';
COMMENT ON COLUMN reimbursement.decision.reasons IS 'Why it was not decided by itself, or waits: codes of findings.';
COMMENT ON COLUMN reimbursement.decision.state_before IS 'Where the claim stood.';
COMMENT ON COLUMN reimbursement.decision.state_after IS 'Where it stands then.';
COMMENT ON COLUMN reimbursement.decision.insurer_before IS 'What we paid or were to pay, euros.';
COMMENT ON COLUMN reimbursement.decision.insurer_after IS 'What we pay, euros.';
COMMENT ON COLUMN reimbursement.decision.run IS 'The run it was a row of.';

CREATE FUNCTION reimbursement.refuse() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION 'decisions are history' USING ERRCODE = 'insufficient_privilege';
END
$$;
COMMENT ON FUNCTION reimbursement.refuse() IS 'Keeps decisions append-only.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reimbursement.decision FOR EACH ROW EXECUTE FUNCTION reimbursement.refuse();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON reimbursement.decision FOR EACH STATEMENT EXECUTE FUNCTION reimbursement.refuse();

CREATE TABLE reimbursement.difference (
    id       bigint        GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    country  text          NOT NULL,
    claim    text          NOT NULL,
    member   text          NOT NULL,
    reopened bigint        NOT NULL UNIQUE REFERENCES reimbursement.decision,
    paid     numeric(12,2) NOT NULL,
    decided  numeric(12,2),
    amount   numeric(12,2) GENERATED ALWAYS AS (decided - paid) STORED,
    decision bigint        REFERENCES reimbursement.decision,
    state    text          NOT NULL DEFAULT 'OPEN',
    CONSTRAINT difference_state CHECK (state IN ('OPEN', 'DUE', 'DONE')),
    CONSTRAINT difference_decided CHECK ((state = 'OPEN') = (decided IS NULL) AND (decided IS NULL) = (decision IS NULL))
);
CREATE UNIQUE INDEX difference_once ON reimbursement.difference (country, claim) WHERE state <> 'DONE';
COMMENT ON TABLE  reimbursement.difference IS 'What a correction of a paid claim leaves to pay, or to recover: one row for each correction.';
COMMENT ON COLUMN reimbursement.difference.id IS 'Key.';
COMMENT ON COLUMN reimbursement.difference.country IS 'Country.';
COMMENT ON COLUMN reimbursement.difference.claim IS 'The country''s key of the claim.';
COMMENT ON COLUMN reimbursement.difference.member IS 'The country''s key of the member whose care it was.';
COMMENT ON COLUMN reimbursement.difference.reopened IS 'The decision that took the paid one back.';
COMMENT ON COLUMN reimbursement.difference.paid IS 'What was paid, euros.';
COMMENT ON COLUMN reimbursement.difference.decided IS 'What we pay according to the new decision, euros; empty while there is none.';
COMMENT ON COLUMN reimbursement.difference.amount IS 'To be paid, euros; negative: to be recovered.';
COMMENT ON COLUMN reimbursement.difference.decision IS 'The new decision.';
COMMENT ON COLUMN reimbursement.difference.state IS 'OPEN: not decided again yet. DUE: to be paid or recovered. DONE: it is.';

CREATE TABLE reimbursement.request (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    country     text        NOT NULL,
    claim       text        NOT NULL,
    member      text        NOT NULL,
    document    text        NOT NULL,
    note        text        NOT NULL,
    asked_by    text        NOT NULL DEFAULT session_user,
    asked_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    until       date        NOT NULL,
    answered_by text,
    answered_at timestamptz,
    CONSTRAINT request_document CHECK (document ~ '^[a-zA-Z]{1,40}$'),
    CONSTRAINT request_note CHECK (length(note) <= 2000),
    CONSTRAINT request_answered CHECK ((answered_by IS NULL) = (answered_at IS NULL))
);
CREATE UNIQUE INDEX request_once ON reimbursement.request (country, claim, document) WHERE answered_at IS NULL;
CREATE INDEX request_open ON reimbursement.request (country, until) WHERE answered_at IS NULL;
CREATE INDEX request_of_claim ON reimbursement.request (country, claim, id);
COMMENT ON TABLE  reimbursement.request IS 'Documents that a claim waits for.';
COMMENT ON COLUMN reimbursement.request.id IS 'Key.';
COMMENT ON COLUMN reimbursement.request.country IS 'Country.';
COMMENT ON COLUMN reimbursement.request.claim IS 'The country''s key of the claim.';
COMMENT ON COLUMN reimbursement.request.member IS 'The country''s key of the member who is asked.';
COMMENT ON COLUMN reimbursement.request.document IS 'Code of the document.';
COMMENT ON COLUMN reimbursement.request.note IS 'What is asked, in words; may be empty.';
COMMENT ON COLUMN reimbursement.request.asked_by IS 'Who asked.';
COMMENT ON COLUMN reimbursement.request.asked_at IS 'When.';
COMMENT ON COLUMN reimbursement.request.until IS 'By when it should be here.';
COMMENT ON COLUMN reimbursement.request.answered_by IS 'Who said that it is here; empty while it is not.';
COMMENT ON COLUMN reimbursement.request.answered_at IS 'When.';
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON reimbursement.request
    FOR EACH ROW EXECUTE FUNCTION audit.track('claim', 'claim', 'country');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON reimbursement.difference
    FOR EACH ROW EXECUTE FUNCTION audit.track('claim', 'claim', 'country');

-- What was decided of a claim may say what care somebody had.
ALTER TABLE reimbursement.decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY open_file ON reimbursement.decision FOR SELECT TO care_agent, operations, operations_lead, auditor
    USING (country = ANY ((SELECT access.my_countries())::text[])
           AND (directory.has_open(country, 'claim', claim) OR directory.has_open(country, 'member', member)));
ALTER TABLE reimbursement.difference ENABLE ROW LEVEL SECURITY;
CREATE POLICY open_file ON reimbursement.difference FOR SELECT TO care_agent, operations, operations_lead, auditor
    USING (country = ANY ((SELECT access.my_countries())::text[])
           AND (directory.has_open(country, 'claim', claim) OR directory.has_open(country, 'member', member)));
ALTER TABLE reimbursement.request ENABLE ROW LEVEL SECURITY;
CREATE POLICY open_file ON reimbursement.request FOR SELECT TO care_agent, operations, operations_lead, auditor
    USING (country = ANY ((SELECT access.my_countries())::text[])
           AND (directory.has_open(country, 'claim', claim) OR directory.has_open(country, 'member', member)));
GRANT SELECT ON reimbursement.decision, reimbursement.difference, reimbursement.request
    TO care_agent, operations, operations_lead, auditor;

-- Deciding --------------------------------------------------------------------------------------------------------

ALTER TABLE reimbursement.deciding
    ADD COLUMN lines jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN member text,
    ADD COLUMN state text,
    ADD COLUMN paid numeric(12,2),
    ADD CONSTRAINT deciding_lines CHECK (jsonb_typeof(lines) = 'array' AND length(lines::text) <= 20000);
COMMENT ON COLUMN reimbursement.deciding.lines IS 'Lines that a person decides otherwise.';
COMMENT ON COLUMN reimbursement.deciding.member IS 'Whose care it was; empty before the country told.';
COMMENT ON COLUMN reimbursement.deciding.state IS 'Where the claim stood; empty before the country told.';
COMMENT ON COLUMN reimbursement.deciding.paid IS 'What was paid before it was taken back, euros.';

CREATE FUNCTION reimbursement.refuse_unfinished() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT FROM deciding d WHERE d.country = NEW.country AND d.claim = NEW.claim AND d.xact = NEW.xact) THEN
        RAISE EXCEPTION 'the decision of a claim was not finished' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION reimbursement.refuse_unfinished() IS 'Deferred constraint trigger: no transaction commits half a decision.';
CREATE CONSTRAINT TRIGGER finished AFTER INSERT ON reimbursement.deciding DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION reimbursement.refuse_unfinished();

CREATE FUNCTION reimbursement.begin(country_ text, claim_ text, kind_ text, reason_ text, note_ text, lines_ jsonb,
                                    run_ bigint, revision_ bigint) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
DECLARE
    item  work;
    alone boolean := run_ IS NOT NULL OR kind_ IN ('AUTO', 'PEND');
BEGIN
    IF NOT may_decide(country_) THEN
        RAISE EXCEPTION 'this role decides no claims of %', country_ USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF kind_ IN ('ADJUST', 'REJECT', 'ASK', 'REOPEN', 'REDO') AND btrim(reason_) = '' THEN
        RAISE EXCEPTION 'a reason is missing' USING ERRCODE = 'check_violation';
    END IF;
    IF kind_ IN ('REOPEN', 'REDO') THEN
        PERFORM pg_advisory_xact_lock(hashtext('reimbursement.' || country_), hashtext(claim_));
    END IF;
    IF run_ IS NULL THEN
        SELECT * INTO item FROM work w WHERE w.country = country_ AND w.claim = claim_ FOR UPDATE;
    ELSE
        -- A run waits for nobody: whoever has the claim decides it.
        SELECT * INTO item FROM work w WHERE w.country = country_ AND w.claim = claim_ FOR UPDATE SKIP LOCKED;
        IF NOT FOUND AND EXISTS (SELECT FROM work w WHERE w.country = country_ AND w.claim = claim_) THEN
            RETURN 'HELD';
        END IF;
    END IF;
    IF kind_ IN ('REOPEN', 'REDO') THEN
        IF item.state IN ('RECEIVED', 'PENDED') THEN
            RETURN 'GONE';
        END IF;
    ELSIF item.state IS NULL OR item.state = 'ACCEPTED' THEN
        RETURN 'GONE';
    ELSIF item.assigned_to IS NULL AND NOT alone THEN
        RETURN 'FREE';
    ELSIF item.assigned_to <> session_user THEN
        RETURN 'HELD';
    END IF;
    IF revision_ IS NOT NULL AND revision_ IS DISTINCT FROM item.revision THEN
        RETURN 'STALE';
    END IF;
    IF kind_ IN ('AUTO', 'APPROVE', 'ADJUST') AND NOT access.is_any('operations_lead')
            AND item.reasons && ARRAY['SHARED_ACCOUNT', 'REUSED_DOCUMENT', 'UNUSUAL_AMOUNT'] THEN
        RETURN 'LEAD';
    END IF;
    INSERT INTO deciding (country, claim, kind, reason, note, lines, run, insurer, member, state)
    VALUES (country_, claim_, kind_, btrim(reason_), btrim(note_), lines_, run_, coalesce(item.insurer, 0), item.member, item.state);
    RETURN 'OK';
END
$$;
COMMENT ON FUNCTION reimbursement.begin(text, text, text, text, text, jsonb, bigint, bigint) IS
    'Announces that this transaction decides a claim. OK; FREE: take it first; HELD: a colleague has it; GONE: there is nothing '
    'of the kind to decide; STALE: it changed since that revision; LEAD: what was found is for a lead to judge. A row of a '
    'run, an automatic decision and putting it off need nobody to have taken it. revision null: whatever it is.';

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
        SELECT t.claim, t.state, d.kind, t.insurer > most(d.kind) AS too_much INTO refused
        FROM unnest(told) t
        LEFT JOIN work w ON w.country = t.country AND w.claim = t.claim
        LEFT JOIN deciding d ON d.country = t.country AND d.claim = t.claim AND d.xact = pg_current_xact_id_if_assigned()
        WHERE (t.state IS DISTINCT FROM coalesce(w.state, t.was_state) OR t.state = 'ACCEPTED' AND t.insurer IS DISTINCT FROM w.insurer)
          AND NOT coalesce(CASE t.state
                  WHEN 'RECEIVED' THEN coalesce(w.state, t.was_state) IS NULL OR d.kind IN ('REOPEN', 'REDO')
                  WHEN 'PENDED' THEN coalesce(w.state, t.was_state) IS NULL OR d.kind IN ('PEND', 'ASK')
                  WHEN 'ACCEPTED' THEN d.kind IN ('AUTO', 'APPROVE', 'ADJUST', 'REDO') AND t.insurer <= most(d.kind)
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

CREATE FUNCTION reimbursement.ask(country_ text, claim_ text, document_ text, until_ date, note_ text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    INSERT INTO request (country, claim, member, document, note, until)
    SELECT country_, claim_, w.member, document_, btrim(note_), until_
    FROM work w JOIN deciding d USING (country, claim)
    WHERE w.country = country_ AND w.claim = claim_ AND d.kind = 'ASK' AND d.xact = pg_current_xact_id_if_assigned();
    IF NOT FOUND THEN
        RAISE EXCEPTION 'this transaction asks nothing for this claim' USING ERRCODE = 'insufficient_privilege';
    END IF;
END
$$;
COMMENT ON FUNCTION reimbursement.ask(text, text, text, date, text) IS 'Records that a document is asked for: within begin and finish of kind ASK.';

CREATE FUNCTION reimbursement.answered(country_ text, claim_ text, document_ text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    IF NOT (country_ = ANY (access.my_countries()) AND access.is_any('care_agent', 'operations', 'operations_lead')) THEN
        RAISE EXCEPTION 'this role receives no documents for claims of %', country_ USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE request r SET answered_by = session_user, answered_at = clock_timestamp()
    WHERE r.country = country_ AND r.claim = claim_ AND r.document = document_ AND r.answered_at IS NULL;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    UPDATE work w
    SET waits_until = (SELECT max(r.until) FROM request r WHERE r.country = country_ AND r.claim = claim_ AND r.answered_at IS NULL),
        revision = w.revision + 1
    WHERE w.country = country_ AND w.claim = claim_;
    RETURN true;
END
$$;
COMMENT ON FUNCTION reimbursement.answered(text, text, text) IS
    'Says that a document which was asked for is here; the claim waits no longer when it was the last. False when nobody asked.';

CREATE FUNCTION reimbursement.finish(country_ text, claim_ text, reasons_ text[]) RETURNS bigint
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
        waits_until = CASE WHEN done.kind = 'ASK' THEN
            (SELECT max(r.until) FROM request r WHERE r.country = country_ AND r.claim = claim_ AND r.answered_at IS NULL) END,
        assigned_to = CASE WHEN done.kind = 'REOPEN' AND done.run IS NULL THEN session_user END,
        assigned_at = CASE WHEN done.kind = 'REOPEN' AND done.run IS NULL THEN clock_timestamp() END,
        revision = w.revision + 1
    WHERE w.country = country_ AND w.claim = claim_;
    RETURN key;
END
$$;
COMMENT ON FUNCTION reimbursement.finish(text, text, text[]) IS
    'Ends what begin announced, once the country has written it: keeps the decision, the difference to what was paid, and gives '
    'the claim back; who reopened it keeps it. reasons: why it waits, codes of findings.';

-- Taking ----------------------------------------------------------------------------------------------------------

CREATE FUNCTION reimbursement.hand_over(item reimbursement.work) RETURNS void
    LANGUAGE plpgsql
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    UPDATE work w SET assigned_to = session_user, assigned_at = clock_timestamp(), revision = w.revision + 1
    WHERE w.country = item.country AND w.claim = item.claim;
    PERFORM directory.open_file(item.country, 'claim', item.claim, 'decide'),
            directory.open_file(item.country, 'member', item.member, 'decide');
END
$$;
COMMENT ON FUNCTION reimbursement.hand_over(reimbursement.work) IS 'Gives a claim to the signed-in role, with its files open.';

CREATE FUNCTION reimbursement.take(country_ text, claim_ text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
DECLARE
    item work;
BEGIN
    IF NOT may_decide(country_) THEN
        RAISE EXCEPTION 'this role decides no claims of %', country_ USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT * INTO item FROM work w WHERE w.country = country_ AND w.claim = claim_ FOR UPDATE;
    IF item.state IS NULL OR item.state = 'ACCEPTED' THEN
        RETURN 'GONE';
    ELSIF item.assigned_to <> session_user THEN
        RETURN 'HELD';
    END IF;
    PERFORM hand_over(item);
    RETURN 'OK';
END
$$;
COMMENT ON FUNCTION reimbursement.take(text, text) IS 'Takes one claim. OK; HELD: a colleague has it; GONE: there is nothing to decide.';

CREATE FUNCTION reimbursement.take_next(countries text[], states text[], reason_ text, overdue_on date, today date)
    RETURNS TABLE (country text, claim text)
    LANGUAGE plpgsql SECURITY DEFINER ROWS 1
    SET search_path = reimbursement, public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
    land text;
    item work;
BEGIN
    -- The country with the most urgent free claim first; within it the first one that nobody is taking at this moment.
    FOR land IN
        SELECT l.c
        FROM unnest(access.my_countries()) AS l (c)
        CROSS JOIN LATERAL (SELECT w.urgency, w.due, w.id FROM work w
                            WHERE w.country = l.c AND w.assigned_to IS NULL AND w.state IN ('RECEIVED', 'PENDED')
                            ORDER BY w.urgency, w.due, w.id LIMIT 1) f
        WHERE (take_next.countries = '{}' OR l.c = ANY (take_next.countries)) AND may_decide(l.c)
        ORDER BY f.urgency, f.due, f.id
    LOOP
        SELECT * INTO item FROM work w
        WHERE w.country = land AND w.assigned_to IS NULL AND w.state IN ('RECEIVED', 'PENDED')
          AND (states = '{}' OR w.state = ANY (states)) AND (reason_ IS NULL OR w.reasons @> ARRAY[reason_])
          AND (overdue_on IS NULL OR w.due < overdue_on) AND (w.waits_until IS NULL OR w.waits_until <= today)
        ORDER BY w.urgency, w.due, w.id LIMIT 1 FOR UPDATE SKIP LOCKED;
        IF FOUND THEN
            PERFORM hand_over(item);
            RETURN QUERY SELECT item.country, item.claim;
            RETURN;
        END IF;
    END LOOP;
END
$$;
COMMENT ON FUNCTION reimbursement.take_next(text[], text[], text, date, date) IS
    'Takes the most urgent claim that nobody has and that waits for nothing, and opens its file and its member''s; no row when '
    'there is none. Two never get the same one, and none waits for another.';

CREATE FUNCTION reimbursement.release(country_ text, claim_ text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    UPDATE work w SET assigned_to = NULL, assigned_at = NULL, revision = w.revision + 1
    WHERE w.country = country_ AND w.claim = claim_ AND may_decide(country_)
      AND (w.assigned_to = session_user OR w.assigned_to IS NOT NULL AND access.is_any('operations_lead'));
    RETURN FOUND;
END
$$;
COMMENT ON FUNCTION reimbursement.release(text, text) IS 'Puts a claim back that one has, or that anybody has for a lead; false when there is none of the kind.';

CREATE FUNCTION reimbursement.assign(country_ text, claim_ text, staff_ text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
DECLARE
    item work;
BEGIN
    IF NOT may_decide(country_) OR NOT access.is_any('operations_lead') THEN
        RAISE EXCEPTION 'a lead assigns claims' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles r
                   WHERE r.rolname = staff_ AND NOT r.rolsuper AND r.rolcanlogin
                     AND pg_has_role(r.oid, 'country_' || lower(country_), 'MEMBER')
                     AND (pg_has_role(r.oid, 'operations', 'MEMBER') OR pg_has_role(r.oid, 'operations_lead', 'MEMBER'))) THEN
        RETURN 'NOBODY';
    END IF;
    SELECT * INTO item FROM work w WHERE w.country = country_ AND w.claim = claim_ FOR UPDATE;
    IF item.state IS NULL OR item.state = 'ACCEPTED' THEN
        RETURN 'GONE';
    END IF;
    UPDATE work w SET assigned_to = staff_, assigned_at = clock_timestamp(), revision = w.revision + 1
    WHERE w.country = country_ AND w.claim = claim_;
    RETURN 'OK';
END
$$;
COMMENT ON FUNCTION reimbursement.assign(text, text, text) IS
    'Gives a claim to a colleague. OK; NOBODY: who is named decides no claims there; GONE: there is nothing to decide.';

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA reimbursement FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reimbursement.most(text), reimbursement.may_decide(text) TO care_agent, operations, operations_lead, auditor, staff_admin;
GRANT EXECUTE ON FUNCTION reimbursement.answered(text, text, text) TO care_agent, operations, operations_lead;
GRANT EXECUTE ON FUNCTION reimbursement.begin(text, text, text, text, text, jsonb, bigint, bigint),
    reimbursement.finish(text, text, text[]), reimbursement.ask(text, text, text, date, text),
    reimbursement.take(text, text), reimbursement.take_next(text[], text[], text, date, date),
    reimbursement.release(text, text), reimbursement.assign(text, text, text) TO operations, operations_lead;
