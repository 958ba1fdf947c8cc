-- Papers of claims: who takes a claim in attaches them with it, and what decides it asks which are missing.

CREATE FUNCTION reimbursement.may_complete(country_ text, claim_ text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
    SELECT may_decide(country_)
       AND (directory.has_open(country_, 'claim', claim_)
            OR EXISTS (SELECT FROM work w WHERE w.country = country_ AND w.claim = claim_
                         AND w.state IN ('RECEIVED', 'PENDED') AND directory.has_open(country_, 'member', w.member)))
$$;
COMMENT ON FUNCTION reimbursement.may_complete(text, text) IS
    'Whether the signed-in role works on this claim: it decides claims there and has the claim open, or, while it is undecided, '
    'the file of its member. What a transaction takes in is nobody''s open file before it is committed.';

CREATE FUNCTION reimbursement.attach(country_ text, claim_ text, type_ text, name_ text, media_type_ text, content_ bytea)
    RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    IF NOT may_complete(country_, claim_) THEN
        RAISE EXCEPTION 'no right to attach a document to this claim' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN document.bring(country_, 'claim', claim_, type_, name_, media_type_, content_);
END
$$;
COMMENT ON FUNCTION reimbursement.attach(text, text, text, text, text, bytea) IS
    'Attaches a document to a claim, in the transaction that takes it in too; null when the claim has this very content already.';

CREATE FUNCTION reimbursement.lacks(country_ text, claim_ text, types_ text[]) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
    SELECT coalesce(array_agg(t.type ORDER BY t.place), '{}')
    FROM unnest(types_) WITH ORDINALITY AS t (type, place)
    WHERE NOT (may_complete(country_, claim_) AND t.type = ANY (document.types_of(country_, 'claim', claim_)))
$$;
COMMENT ON FUNCTION reimbursement.lacks(text, text, text[]) IS
    'Which of these types of documents the claim has not, in their order; all of them for a role that does not work on it.';

CREATE FUNCTION reimbursement.tell_document(country_ text, claim_ text, type_ text, hash_ text, there_ boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    IF there_ THEN
        PERFORM publish_prints(ARRAY[ROW(country_, claim_, 'document', hash_, NULL)::published_print]);
        UPDATE request r SET answered_by = session_user, answered_at = clock_timestamp()
        WHERE r.country = country_ AND r.claim = claim_ AND r.document = type_ AND r.answered_at IS NULL;
        IF FOUND THEN
            UPDATE work w
            SET waits_until = (SELECT max(r.until) FROM request r
                               WHERE r.country = country_ AND r.claim = claim_ AND r.answered_at IS NULL),
                revision = w.revision + 1
            WHERE w.country = country_ AND w.claim = claim_;
        END IF;
    ELSE
        DELETE FROM fingerprint f
        WHERE f.country = country_ AND f.kind = 'document' AND f.claim = claim_
          AND f.hash = substr(sha256(convert_to(hash_, 'UTF8')), 1, 16);
    END IF;
END
$$;
COMMENT ON FUNCTION reimbursement.tell_document(text, text, text, text, boolean) IS
    'A document of a claim came or went: the claim is recognised by it, and waits no longer for one that it was asked for. For the '
    'owner: called by a trigger of documents.';

-- A claim that is entered anew keeps its papers, and is recognised by them.
CREATE OR REPLACE FUNCTION reimbursement.withdraw_prints(country_ text, claims_ text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
    DELETE FROM fingerprint f WHERE f.country = country_ AND f.claim = ANY (claims_) AND f.kind <> 'document'
$$;

-- What somebody is typing in. It says what care a person had, and nobody has decided to keep it: its author's alone, and not in
-- the trail, which would keep every state of it for good.

CREATE TABLE reimbursement.draft (
    staff   text        NOT NULL DEFAULT session_user,
    country text        NOT NULL,
    member  text        NOT NULL,
    claim   text        NOT NULL DEFAULT '',
    typed   jsonb       NOT NULL,
    saved   timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (staff, country, member, claim),
    CONSTRAINT draft_country CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT draft_typed CHECK (jsonb_typeof(typed) = 'object' AND length(typed::text) <= 200000)
);
COMMENT ON TABLE  reimbursement.draft IS 'Claims that somebody is typing in, kept over a crash. Gone once they are entered or given up, and after 30 days.';
COMMENT ON COLUMN reimbursement.draft.staff IS 'Who types; nobody else sees it.';
COMMENT ON COLUMN reimbursement.draft.country IS 'Country.';
COMMENT ON COLUMN reimbursement.draft.member IS 'The country''s key of the member.';
COMMENT ON COLUMN reimbursement.draft.claim IS 'The country''s key of the claim that is entered anew; empty for a new one.';
COMMENT ON COLUMN reimbursement.draft.typed IS 'What stands in the fields, by their keys. Papers are not in it.';
COMMENT ON COLUMN reimbursement.draft.saved IS 'When it was kept last.';

ALTER TABLE reimbursement.draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON reimbursement.draft TO operations, operations_lead
    USING (staff = session_user AND country = ANY ((SELECT access.my_countries())::text[])
           AND directory.has_open(country, 'member', member))
    WITH CHECK (staff = session_user AND country = ANY ((SELECT access.my_countries())::text[])
           AND directory.has_open(country, 'member', member));
GRANT SELECT, DELETE ON reimbursement.draft TO operations, operations_lead;
GRANT INSERT (country, member, claim, typed), UPDATE (typed, saved) ON reimbursement.draft TO operations, operations_lead;

CREATE FUNCTION reimbursement.forget_drafts() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = reimbursement, public, pg_temp
AS $$
BEGIN
    DELETE FROM draft d WHERE d.saved < clock_timestamp() - interval '30 days';
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION reimbursement.forget_drafts() IS 'Trigger, AFTER INSERT: what nobody went on with is not kept for good.';
CREATE INDEX draft_saved ON reimbursement.draft (saved);
CREATE TRIGGER forget AFTER INSERT ON reimbursement.draft FOR EACH STATEMENT EXECUTE FUNCTION reimbursement.forget_drafts();

REVOKE ALL ON FUNCTION reimbursement.may_complete(text, text), reimbursement.attach(text, text, text, text, text, bytea),
    reimbursement.lacks(text, text, text[]), reimbursement.tell_document(text, text, text, text, boolean),
    reimbursement.forget_drafts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reimbursement.attach(text, text, text, text, text, bytea), reimbursement.lacks(text, text, text[])
    TO operations, operations_lead;
