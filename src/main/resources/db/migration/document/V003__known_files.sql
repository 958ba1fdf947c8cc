-- A paper is attached to a file that is there. Before, whoever might read contracts of a country could attach to any number.

CREATE FUNCTION document.keep_file(country_ text, kind_ text, reference_ text) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path = document, public, pg_temp
AS $$
BEGIN
    IF kind_ = 'amendment' THEN
        RETURN contract.is_amendment(country_, reference_);
    END IF;
    RETURN directory.keep_file(country_, kind_, reference_);
END
$$;
COMMENT ON FUNCTION document.keep_file(text, text, text) IS
    'Whether there is this file; it is then there until the transaction ends.';

CREATE FUNCTION document.refuse_lost() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = document, public, pg_temp
AS $$
BEGIN
    IF NOT document.keep_file(NEW.country, NEW.kind, NEW.reference) THEN
        RAISE EXCEPTION 'there is no such file to attach a document to'
            USING ERRCODE = 'foreign_key_violation', SCHEMA = 'document', TABLE = 'document', CONSTRAINT = 'document_file';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION document.refuse_lost() IS 'Trigger, AFTER INSERT FOR EACH ROW: a document belongs to a file that is there.';
CREATE TRIGGER lost AFTER INSERT ON document.document FOR EACH ROW EXECUTE FUNCTION document.refuse_lost();

REVOKE ALL ON FUNCTION document.keep_file(text, text, text), document.refuse_lost() FROM PUBLIC;
