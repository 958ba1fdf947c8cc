-- Papers of claims come in with the claim, before anybody has its file open; and they are recognised when they come again.

CREATE FUNCTION document.types_of(country_ text, kind_ text, reference_ text) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = document, public, pg_temp
AS $$
    SELECT coalesce(array_agg(DISTINCT d.type ORDER BY d.type), '{}')
    FROM document.document d
    WHERE d.country = country_ AND d.kind = kind_ AND d.reference = reference_ AND d.removed_at IS NULL
$$;
COMMENT ON FUNCTION document.types_of(text, text, text) IS
    'What is attached to the file, by its types, whoever asks. For the owner: whoever calls it has asked whether it may be known.';

CREATE FUNCTION document.bring(country_ text, kind_ text, reference_ text, type_ text, name_ text, media_type_ text,
                               content_ bytea) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = document, public, pg_temp
AS $$
DECLARE
    held bigint;
    made bigint;
BEGIN
    INSERT INTO document.content (content) VALUES (content_) RETURNING id INTO held;
    INSERT INTO document.document (country, kind, reference, type, name, media_type, size, sha256, content)
    VALUES (country_, kind_, reference_, type_, name_, media_type_, octet_length(content_), sha256(content_), held)
    ON CONFLICT (country, kind, reference, sha256) WHERE removed_at IS NULL DO NOTHING
    RETURNING id INTO made;
    IF made IS NULL THEN
        DELETE FROM document.content c WHERE c.id = held;
    END IF;
    RETURN made;
END
$$;
COMMENT ON FUNCTION document.bring(text, text, text, text, text, text, bytea) IS
    'Attaches a document in the name of the signed-in role to a file that it need not have open, and returns its id; null when the '
    'file has this very content already. For the owner: whoever calls it has asked whether it may be attached.';

CREATE FUNCTION document.tell_claim() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = document, public, pg_temp
AS $$
BEGIN
    PERFORM reimbursement.tell_document(NEW.country, NEW.reference, NEW.type, encode(NEW.sha256, 'hex'), NEW.removed_at IS NULL);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION document.tell_claim() IS 'Trigger, AFTER INSERT OR UPDATE FOR EACH ROW: the queue of claims hears of papers that come and go.';
CREATE TRIGGER claim AFTER INSERT OR UPDATE OF removed_at ON document.document
    FOR EACH ROW WHEN (NEW.kind = 'claim') EXECUTE FUNCTION document.tell_claim();

REVOKE ALL ON FUNCTION document.types_of(text, text, text), document.bring(text, text, text, text, text, text, bytea),
    document.tell_claim() FROM PUBLIC;
