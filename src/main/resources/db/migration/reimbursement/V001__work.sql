-- Claims that can still be worked on, of every country in one queue. The claims themselves, their amounts and why they are
-- what they are stand in the countries, which publish here in the transaction that writes a claim.
--
-- For the migration of a country:
--
--     PERFORM reimbursement.publish((SELECT array_agg(ROW('XX', n.number::text, n.number::text, n.person::text,
--             'RECEIVED' | 'PENDED' | 'ACCEPTED' | 'REJECTED' | 'PAID', n.received, NULL, NULL, n.charged / 100.0,
--             n.insurer / 100.0, NULL, <state before>, <insurer before>)::reimbursement.published_claim)
--         FROM new_rows n LEFT JOIN old_rows o USING (number)));
--
-- from statement-level AFTER triggers, SECURITY DEFINER: the functions are the owner's. A claim that is REJECTED or PAID has
-- no row here: triggers that see only such claims inserted (a bulk load's history) need not publish them, and should leave
-- them out of the array when guichet.seeding is on. Money is in euros.

GRANT USAGE ON SCHEMA reimbursement TO care_agent, operations, operations_lead, sales, auditor, staff_admin;

CREATE TYPE reimbursement.published_claim AS (
    country text, claim text, number text, member text, state text, received date, due date, priority integer,
    charged numeric, insurer numeric, reasons text[], was_state text, was_insurer numeric
);
COMMENT ON TYPE reimbursement.published_claim IS
    'What a country tells about a claim: its key, what people call it, whose care it was, where it stands (RECEIVED, PENDED, '
    'ACCEPTED, REJECTED, PAID), the day it came in and the day by which it should be decided (null: two weeks later), 0 to 9 '
    'with the most urgent highest (null: 0), what was charged and what we pay, euros; why it waits (codes of findings; null: '
    'as they are here); and its state and insurer''s part before this statement, null for a claim that is new.';

-- The queue -------------------------------------------------------------------------------------------------------

CREATE TABLE reimbursement.work (
    id          bigint        GENERATED ALWAYS AS IDENTITY,
    country     text          NOT NULL,
    claim       text          NOT NULL,
    number      text          NOT NULL COLLATE "C",
    member      text          NOT NULL,
    state       text          NOT NULL,
    received    date          NOT NULL,
    due         date          NOT NULL,
    priority    smallint      NOT NULL DEFAULT 0,
    urgency     smallint      NOT NULL GENERATED ALWAYS AS (9 - priority) STORED,
    charged     numeric(12,2) NOT NULL,
    insurer     numeric(12,2) NOT NULL,
    reasons     text[]        NOT NULL DEFAULT '{}',
    waits_until date,
    assigned_to text,
    assigned_at timestamptz,
    revision    bigint        NOT NULL DEFAULT 1,
    CONSTRAINT work_pkey PRIMARY KEY (country, claim),
    CONSTRAINT work_country CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT work_claim CHECK (claim <> ''),
    CONSTRAINT work_state CHECK (state IN ('RECEIVED', 'PENDED', 'ACCEPTED')),
    CONSTRAINT work_priority CHECK (priority BETWEEN 0 AND 9),
    CONSTRAINT work_amounts CHECK (charged >= 0 AND insurer BETWEEN 0 AND charged),
    CONSTRAINT work_reasons CHECK (array_position(reasons, NULL) IS NULL),
    CONSTRAINT work_assigned CHECK ((assigned_to IS NULL) = (assigned_at IS NULL)),
    CONSTRAINT work_revision CHECK (revision > 0)
);
-- The list in its order, for each country and state; what is free, in the same order; what somebody has.
CREATE UNIQUE INDEX work_queue ON reimbursement.work (country, state, urgency, due, id);
CREATE INDEX work_free ON reimbursement.work (country, urgency, due, id)
    WHERE assigned_to IS NULL AND state IN ('RECEIVED', 'PENDED');
CREATE INDEX work_assigned_to ON reimbursement.work (assigned_to, urgency, due, id) WHERE assigned_to IS NOT NULL;
CREATE INDEX work_of_member ON reimbursement.work (country, member);
CREATE INDEX work_number ON reimbursement.work (country, number);
CREATE INDEX work_reason ON reimbursement.work USING gin (reasons);
COMMENT ON TABLE  reimbursement.work IS 'One row for each claim that can still be worked on: undecided, or accepted and not paid. Written by the functions of this schema only.';
COMMENT ON COLUMN reimbursement.work.id IS 'Tells rows apart that are sorted alike.';
COMMENT ON COLUMN reimbursement.work.country IS 'Country, two upper-case letters.';
COMMENT ON COLUMN reimbursement.work.claim IS 'The country''s key of the claim.';
COMMENT ON COLUMN reimbursement.work.number IS 'What people call the claim.';
COMMENT ON COLUMN reimbursement.work.member IS 'The country''s key of the member whose care it was.';
COMMENT ON COLUMN reimbursement.work.state IS 'RECEIVED: nobody looked at it. PENDED: waits for something or somebody. ACCEPTED: decided, not paid.';
COMMENT ON COLUMN reimbursement.work.received IS 'Day it came in.';
COMMENT ON COLUMN reimbursement.work.due IS 'Day by which it should be decided.';
COMMENT ON COLUMN reimbursement.work.priority IS '9: before everything else.';
COMMENT ON COLUMN reimbursement.work.urgency IS 'The priority, to sort by.';
COMMENT ON COLUMN reimbursement.work.charged IS 'What was charged, euros.';
COMMENT ON COLUMN reimbursement.work.insurer IS 'What we pay, euros; 0 while undecided.';
COMMENT ON COLUMN reimbursement.work.reasons IS 'Why it was not decided by itself: codes of findings.';
COMMENT ON COLUMN reimbursement.work.waits_until IS 'Handed to nobody before that day, unless the answer comes: something was asked for.';
COMMENT ON COLUMN reimbursement.work.assigned_to IS 'Who decides it; nobody else can.';
COMMENT ON COLUMN reimbursement.work.assigned_at IS 'Since when.';
COMMENT ON COLUMN reimbursement.work.revision IS 'Raised by each change.';

ALTER TABLE reimbursement.work ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_country ON reimbursement.work FOR SELECT TO care_agent, operations, operations_lead, auditor
    USING (country = ANY ((SELECT access.my_countries())::text[]));
GRANT SELECT ON reimbursement.work TO care_agent, operations, operations_lead, auditor;
-- What a country writes of a claim is in the trail as the country's; who took and who gave it, as this table's.
CREATE TRIGGER track AFTER UPDATE ON reimbursement.work
    FOR EACH ROW WHEN (OLD.assigned_to IS DISTINCT FROM NEW.assigned_to)
    EXECUTE FUNCTION audit.track('claim', 'claim', 'country');

-- Live counts -----------------------------------------------------------------------------------------------------

CREATE TABLE reimbursement.tally (
    slot    bigint        GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    country text          NOT NULL,
    state   text          NOT NULL,
    taken   boolean       NOT NULL,
    claims  bigint        NOT NULL,
    charged numeric(18,2) NOT NULL,
    insurer numeric(18,2) NOT NULL
);
CREATE INDEX tally_of ON reimbursement.tally (country, state, taken);
COMMENT ON TABLE  reimbursement.tally IS 'How many claims there are to work on, and for how much: the sum over the slots, whose single values say nothing.';
COMMENT ON COLUMN reimbursement.tally.slot IS 'There are as many slots of a count as transactions ever changed it at one time: none waits for another.';
COMMENT ON COLUMN reimbursement.tally.country IS 'Country.';
COMMENT ON COLUMN reimbursement.tally.state IS 'As in work.';
COMMENT ON COLUMN reimbursement.tally.taken IS 'Whether somebody has them.';
COMMENT ON COLUMN reimbursement.tally.claims IS 'How many more or fewer.';
COMMENT ON COLUMN reimbursement.tally.charged IS 'How much more or less was charged, euros.';
COMMENT ON COLUMN reimbursement.tally.insurer IS 'How much more or less we pay, euros.';

ALTER TABLE reimbursement.tally ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_country ON reimbursement.tally FOR SELECT TO care_agent, operations, operations_lead, auditor
    USING (country = ANY ((SELECT access.my_countries())::text[]));
GRANT SELECT ON reimbursement.tally TO care_agent, operations, operations_lead, auditor;

CREATE FUNCTION reimbursement.add_up(country_ text, state_ text, taken_ boolean, claims_ bigint, charged_ numeric, insurer_ numeric)
    RETURNS void
    LANGUAGE plpgsql
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    -- Any slot that nobody is changing; if all are being changed, another one. Who waits for nobody cannot deadlock.
    UPDATE tally t SET claims = t.claims + claims_, charged = t.charged + charged_, insurer = t.insurer + insurer_
    WHERE t.slot = (SELECT f.slot FROM tally f WHERE f.country = country_ AND f.state = state_ AND f.taken = taken_
                    LIMIT 1 FOR UPDATE SKIP LOCKED);
    IF NOT FOUND THEN
        INSERT INTO tally (country, state, taken, claims, charged, insurer)
        VALUES (country_, state_, taken_, claims_, charged_, insurer_);
    END IF;
END
$$;
COMMENT ON FUNCTION reimbursement.add_up(text, text, boolean, bigint, numeric, numeric) IS 'Changes a live count.';

CREATE FUNCTION reimbursement.count_work() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM add_up(d.country, d.state, d.taken, d.n, d.charged, d.insurer)
        FROM (SELECT n.country, n.state, n.assigned_to IS NOT NULL AS taken, count(*) AS n, sum(n.charged) AS charged,
                     sum(n.insurer) AS insurer
              FROM new_rows n GROUP BY 1, 2, 3) d;
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM add_up(d.country, d.state, d.taken, -d.n, -d.charged, -d.insurer)
        FROM (SELECT o.country, o.state, o.assigned_to IS NOT NULL AS taken, count(*) AS n, sum(o.charged) AS charged,
                     sum(o.insurer) AS insurer
              FROM old_rows o GROUP BY 1, 2, 3) d;
    ELSE
        PERFORM add_up(d.country, d.state, d.taken, d.n, d.charged, d.insurer)
        FROM (SELECT m.country, m.state, m.taken, sum(m.n)::bigint AS n, sum(m.n * m.charged) AS charged,
                     sum(m.n * m.insurer) AS insurer
              FROM (SELECT n.country, n.state, n.assigned_to IS NOT NULL, 1, n.charged, n.insurer FROM new_rows n
                    UNION ALL
                    SELECT o.country, o.state, o.assigned_to IS NOT NULL, -1, o.charged, o.insurer FROM old_rows o)
                   AS m (country, state, taken, n, charged, insurer)
              GROUP BY 1, 2, 3) d
        WHERE (d.n, d.charged, d.insurer) <> (0, 0, 0);
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION reimbursement.count_work() IS 'Trigger, AFTER each statement: keeps the live counts, by as many changes as there are counts, however many rows.';
CREATE TRIGGER count_insert AFTER INSERT ON reimbursement.work REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION reimbursement.count_work();
CREATE TRIGGER count_update AFTER UPDATE ON reimbursement.work REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION reimbursement.count_work();
CREATE TRIGGER count_delete AFTER DELETE ON reimbursement.work REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION reimbursement.count_work();

-- Being decided ---------------------------------------------------------------------------------------------------

CREATE TABLE reimbursement.deciding (
    country text   NOT NULL,
    claim   text   NOT NULL,
    xact    xid8   NOT NULL DEFAULT pg_current_xact_id(),
    kind    text   NOT NULL,
    reason  text   NOT NULL,
    note    text   NOT NULL,
    run     bigint,
    insurer numeric(12,2) NOT NULL,
    PRIMARY KEY (country, claim),
    CONSTRAINT deciding_kind CHECK (kind IN ('AUTO', 'APPROVE', 'ADJUST', 'REJECT', 'PEND', 'ASK', 'REOPEN', 'REDO')),
    CONSTRAINT deciding_reason CHECK (length(reason) <= 60),
    CONSTRAINT deciding_note CHECK (length(note) <= 2000)
);
COMMENT ON TABLE  reimbursement.deciding IS 'Claims that a transaction is deciding right now. Empty outside transactions: none commits with a row of its own in here.';
COMMENT ON COLUMN reimbursement.deciding.country IS 'Country.';
COMMENT ON COLUMN reimbursement.deciding.claim IS 'The country''s key of the claim.';
COMMENT ON COLUMN reimbursement.deciding.xact IS 'The transaction: nobody else writes in the name of the decision.';
COMMENT ON COLUMN reimbursement.deciding.kind IS 'What is being done.';
COMMENT ON COLUMN reimbursement.deciding.reason IS 'Coded reason; may be empty.';
COMMENT ON COLUMN reimbursement.deciding.note IS 'In words; may be empty.';
COMMENT ON COLUMN reimbursement.deciding.run IS 'The run it is a row of.';
COMMENT ON COLUMN reimbursement.deciding.insurer IS 'What we paid before it, euros.';

-- Fingerprints ----------------------------------------------------------------------------------------------------

CREATE TYPE reimbursement.published_print AS (country text, claim text, kind text, value text, party text);
COMMENT ON TYPE reimbursement.published_print IS
    'Something by which a claim is recognised: care (member, day, act and amount, as the country spells them), invoice (the '
    'provider and its number), account (where it is paid to), document (hash of a paper). party: who may share it without '
    'suspicion, the household of an account; null for kinds that nobody shares.';

CREATE TABLE reimbursement.fingerprint (
    country text  NOT NULL,
    kind    text  NOT NULL,
    hash    bytea NOT NULL,
    claim   text  NOT NULL,
    party   text  NOT NULL DEFAULT '',
    PRIMARY KEY (country, kind, hash, claim),
    CONSTRAINT fingerprint_kind CHECK (kind IN ('care', 'invoice', 'account', 'document')),
    CONSTRAINT fingerprint_hash CHECK (length(hash) = 16)
);
CREATE INDEX fingerprint_of ON reimbursement.fingerprint (country, claim);
COMMENT ON TABLE  reimbursement.fingerprint IS 'By what claims are recognised that came in twice, or look as if. Says nothing to who reads it: nobody of the staff does.';
COMMENT ON COLUMN reimbursement.fingerprint.country IS 'Country.';
COMMENT ON COLUMN reimbursement.fingerprint.kind IS 'care, invoice, account, document.';
COMMENT ON COLUMN reimbursement.fingerprint.hash IS 'First half of the SHA-256 of the value.';
COMMENT ON COLUMN reimbursement.fingerprint.claim IS 'The country''s key of the claim.';
COMMENT ON COLUMN reimbursement.fingerprint.party IS 'Who may share it without suspicion; empty where nobody may.';

CREATE FUNCTION reimbursement.publish_prints(prints reimbursement.published_print[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
    INSERT INTO fingerprint (country, kind, hash, claim, party)
    SELECT p.country, p.kind, substr(sha256(convert_to(p.value, 'UTF8')), 1, 16), p.claim, coalesce(p.party, '')
    FROM unnest(prints) p
    WHERE p.value <> ''
    ORDER BY 1, 2, 3, 4
    ON CONFLICT DO NOTHING
$$;
COMMENT ON FUNCTION reimbursement.publish_prints(reimbursement.published_print[]) IS
    'Remembers by what these claims are recognised. For the owner: called by triggers of the countries. Put withdraw_prints before it where a claim was rewritten.';

CREATE FUNCTION reimbursement.withdraw_prints(country_ text, claims_ text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
    DELETE FROM fingerprint f WHERE f.country = country_ AND f.claim = ANY (claims_)
$$;
COMMENT ON FUNCTION reimbursement.withdraw_prints(text, text[]) IS 'Forgets by what these claims are recognised. For the owner.';

CREATE FUNCTION reimbursement.alike(country_ text, claim_ text) RETURNS TABLE (kind text, claim text)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 4
    SET search_path = reimbursement, public, pg_temp
AS $$
    -- One other claim of a kind tells enough: the newest.
    SELECT mine.kind, other.claim
    FROM (SELECT DISTINCT ON (f.kind, f.hash) f.kind, f.hash, f.party
          FROM fingerprint f WHERE f.country = country_ AND f.claim = claim_) mine
    CROSS JOIN LATERAL (SELECT o.claim FROM fingerprint o
                        WHERE o.country = country_ AND o.kind = mine.kind AND o.hash = mine.hash AND o.claim <> claim_
                          AND (mine.party = '' OR o.party <> mine.party)
                        ORDER BY o.claim DESC LIMIT 1) other
    WHERE country_ = ANY (access.my_countries())
    ORDER BY mine.kind, other.claim
$$;
COMMENT ON FUNCTION reimbursement.alike(text, text) IS
    'Other claims with the same fingerprint as this one, at most one for each: care is claimed twice, an invoice or a document '
    'was used before, an account is shared by people of different parties.';

-- Publishing ------------------------------------------------------------------------------------------------------

CREATE FUNCTION reimbursement.publish(claims reimbursement.published_claim[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
DECLARE
    told reimbursement.published_claim[];
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
COMMENT ON FUNCTION reimbursement.publish(reimbursement.published_claim[]) IS
    'Puts these claims into the queue as told, or as told anew, and takes those out that are refused or paid. For the owner: '
    'called by the statement-level triggers of the countries, thousands of claims at a time in bulk.';

CREATE FUNCTION reimbursement.withdraw(country_ text, claims_ text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
    DELETE FROM reimbursement.work w WHERE w.country = country_ AND w.claim = ANY (claims_);
    DELETE FROM reimbursement.fingerprint f WHERE f.country = country_ AND f.claim = ANY (claims_)
$$;
COMMENT ON FUNCTION reimbursement.withdraw(text, text[]) IS 'Takes claims that are no more out of the queue, with their fingerprints. For the owner.';

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA reimbursement FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reimbursement.alike(text, text) TO care_agent, operations, operations_lead;
