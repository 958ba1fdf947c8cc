-- A file that is gone is about nobody: what was said about whose it is goes with it.

CREATE FUNCTION directory.forget_links(country_ text, kind_ text, references_ text[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path = directory, public, pg_temp
AS $$
DECLARE
    persons bigint[];
BEGIN
    IF EXISTS (SELECT FROM directory.link l
               WHERE l.country = country_ AND l.kind = kind_ AND l.reference = ANY (references_)) THEN
        PERFORM pg_advisory_xact_lock(hashtext('directory.link'));
        WITH gone AS (
            DELETE FROM directory.link l
            WHERE l.country = country_ AND l.kind = kind_ AND l.reference = ANY (references_)
            RETURNING l.person)
        SELECT array_agg(DISTINCT g.person) INTO persons FROM gone g;
        -- One file alone is linked to nothing.
        DELETE FROM directory.link l
        WHERE l.person = ANY (persons) AND (SELECT count(*) FROM directory.link s WHERE s.person = l.person) = 1;
    END IF;
    DELETE FROM directory.kept_apart k
    WHERE k.country = country_ AND k.kind = kind_ AND k.reference = ANY (references_);
    DELETE FROM directory.kept_apart k
    WHERE k.other_country = country_ AND k.other_kind = kind_ AND k.other_reference = ANY (references_);
END
$$;
COMMENT ON FUNCTION directory.forget_links(text, text, text[]) IS
    'Takes these files out of the people they were linked to, and forgets from whom they were kept apart. For the owner.';
REVOKE ALL ON FUNCTION directory.forget_links(text, text, text[]) FROM PUBLIC;

CREATE OR REPLACE FUNCTION directory.withdraw(country_ text, kind_ text, references_ text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = directory, public, pg_temp
AS $$
DECLARE
    gone directory.entry[];
BEGIN
    WITH deleted AS (
        DELETE FROM directory.entry e
        WHERE e.country = country_ AND e.kind = kind_ AND e.reference = ANY (references_)
        RETURNING e.*)
    SELECT array_agg(d::directory.entry) INTO gone FROM deleted d;
    IF gone IS NOT NULL THEN
        PERFORM directory.forget(gone);
        IF kind_ IN ('member', 'account') THEN
            PERFORM directory.forget_links(country_, kind_, references_);
        END IF;
    END IF;
END
$$;
