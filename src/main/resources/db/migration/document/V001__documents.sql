-- Papers attached to files. The row that lists a document and its content are kept apart: a list never reads contents.
--
-- Staff write by the functions below and hold no grant to write: what a row says about a content (size, hash) and about
-- who and when is then always true. Reading a content needs a record that it was read, see document.reveal.

GRANT USAGE ON SCHEMA document TO care_agent, operations, operations_lead, auditor;

CREATE TABLE document.document (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    country     text        NOT NULL CONSTRAINT document_country CHECK (country ~ '^[A-Z]{2}$'),
    kind        text        NOT NULL CONSTRAINT document_kind CHECK (kind IN ('member', 'company', 'contract', 'claim', 'case', 'account', 'amendment')),
    reference   text        NOT NULL CONSTRAINT document_reference CHECK (reference <> ''),
    type        text        NOT NULL CONSTRAINT document_type CHECK (type ~ '^[a-zA-Z]{1,40}$'),
    name        text        NOT NULL CONSTRAINT document_name CHECK (length(name) BETWEEN 1 AND 200 AND name !~ U&'[[:cntrl:]/\\\\\200E\200F\202A-\202E\2066-\2069]'),
    media_type  text        NOT NULL CONSTRAINT document_media_type CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png', 'text/csv', 'text/plain')),
    size        bigint      NOT NULL CONSTRAINT document_size CHECK (size BETWEEN 1 AND 20971520),
    sha256      bytea       NOT NULL CONSTRAINT document_sha256 CHECK (length(sha256) = 32),
    attached_by text        NOT NULL DEFAULT session_user,
    attached_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    removed_by  text,
    removed_at  timestamptz,
    reason      text        CONSTRAINT document_reason CHECK (length(reason) BETWEEN 1 AND 500),
    CONSTRAINT document_removal CHECK (num_nulls(removed_by, removed_at, reason) IN (0, 3)),
    CONSTRAINT document_removal_order CHECK (removed_at >= attached_at)
);
COMMENT ON TABLE  document.document IS 'One row for each document that is or was attached to a file. Never deleted: a removed one stays, without its content being readable.';
COMMENT ON COLUMN document.document.id IS 'Names the document.';
COMMENT ON COLUMN document.document.country IS 'Country of the file, two upper-case letters.';
COMMENT ON COLUMN document.document.kind IS 'Kind of the file.';
COMMENT ON COLUMN document.document.reference IS 'The country''s key of the file.';
COMMENT ON COLUMN document.document.type IS 'Code of what it is; countries bring their own.';
COMMENT ON COLUMN document.document.name IS 'File name, without a folder.';
COMMENT ON COLUMN document.document.media_type IS 'As its content says, not its name.';
COMMENT ON COLUMN document.document.size IS 'Bytes, at most 20 MiB.';
COMMENT ON COLUMN document.document.sha256 IS 'SHA-256 of the content: the same content is attached once.';
COMMENT ON COLUMN document.document.attached_by IS 'Who attached it.';
COMMENT ON COLUMN document.document.attached_at IS 'When.';
COMMENT ON COLUMN document.document.removed_by IS 'Who took it off; empty while it is attached.';
COMMENT ON COLUMN document.document.removed_at IS 'When.';
COMMENT ON COLUMN document.document.reason IS 'Why.';

CREATE UNIQUE INDEX document_once ON document.document (country, kind, reference, sha256) WHERE removed_at IS NULL;
CREATE INDEX document_file ON document.document (country, kind, reference, id DESC);

CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON document.document
    FOR EACH ROW EXECUTE FUNCTION audit.track('document', 'reference', 'country', 'kind');

-- No trigger of the trail here: it would keep a copy of every content. The hash in the row above tells what it was.
CREATE TABLE document.content (
    document bigint PRIMARY KEY REFERENCES document.document,
    content  bytea  NOT NULL CONSTRAINT content_size CHECK (octet_length(content) BETWEEN 1 AND 20971520)
);
-- PDF, JPEG and PNG are compressed already.
ALTER TABLE document.content ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON TABLE  document.content IS 'The contents, out of the way of lists.';
COMMENT ON COLUMN document.content.document IS 'Whose content.';
COMMENT ON COLUMN document.content.content IS 'Byte for byte as it was attached.';

-- Rights ----------------------------------------------------------------------------------------------------------

CREATE FUNCTION document.may_read(country_ text, kind_ text, reference_ text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path = document, public, pg_temp
AS $$
    SELECT country_ = ANY (access.my_countries())
           AND access.is_any('care_agent', 'operations', 'operations_lead', 'auditor')
           AND (kind_ IN ('company', 'contract', 'amendment') OR directory.has_open(country_, kind_, reference_))
$$;
COMMENT ON FUNCTION document.may_read(text, text, text) IS
    'Whether the signed-in role may know what is attached to this file. What hangs on a person, a claim or a case may say what care somebody had: only while the file is open.';

CREATE FUNCTION document.may_write(country_ text, kind_ text, reference_ text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path = document, public, pg_temp
AS $$
    SELECT access.is_any('care_agent', 'operations', 'operations_lead')
           AND document.may_read(country_, kind_, reference_)
$$;
COMMENT ON FUNCTION document.may_write(text, text, text) IS
    'Whether the signed-in role may attach documents to this file and remove them.';

ALTER TABLE document.document ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_right ON document.document FOR SELECT TO care_agent, operations, operations_lead, auditor
    USING (country = ANY ((SELECT access.my_countries())::text[])
           AND document.may_read(country, kind, reference));
GRANT SELECT ON document.document TO care_agent, operations, operations_lead, auditor;

ALTER TABLE document.content ENABLE ROW LEVEL SECURITY;
CREATE POLICY once_recorded ON document.content FOR SELECT TO care_agent, operations, operations_lead, auditor
    USING (EXISTS (SELECT FROM document.document d
                   WHERE d.id = content.document AND d.removed_at IS NULL
                     AND audit.has_revealed(d.country, d.kind, d.reference, 'document.' || d.id)));
GRANT SELECT ON document.content TO care_agent, operations, operations_lead, auditor;

-- What staff do ---------------------------------------------------------------------------------------------------

CREATE FUNCTION document.attach(country_ text, kind_ text, reference_ text, type_ text, name_ text, media_type_ text,
                                content_ bytea) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = document, public, pg_temp
AS $$
DECLARE
    made bigint;
BEGIN
    IF document.may_write(country_, kind_, reference_) IS NOT TRUE THEN
        RAISE EXCEPTION 'no right to attach a document to this file' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO document.document (country, kind, reference, type, name, media_type, size, sha256)
    VALUES (country_, kind_, reference_, type_, name_, media_type_, octet_length(content_), sha256(content_))
    ON CONFLICT (country, kind, reference, sha256) WHERE removed_at IS NULL DO NOTHING
    RETURNING id INTO made;
    IF made IS NOT NULL THEN
        INSERT INTO document.content (document, content) VALUES (made, content_);
    END IF;
    RETURN made;
END
$$;
COMMENT ON FUNCTION document.attach(text, text, text, text, text, text, bytea) IS
    'Attaches a document and returns its id; null when the file has this very content already.';

CREATE FUNCTION document.remove(id_ bigint, reason_ text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = document, public, pg_temp
AS $$
BEGIN
    UPDATE document.document d SET removed_by = session_user, removed_at = clock_timestamp(), reason = reason_
    WHERE d.id = id_ AND d.removed_at IS NULL AND document.may_write(d.country, d.kind, d.reference);
    RETURN FOUND;
END
$$;
COMMENT ON FUNCTION document.remove(bigint, text) IS
    'Takes a document off its file; false when it is not there any more, or not for the signed-in role.';

CREATE FUNCTION document.reveal(id_ bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = document, public, pg_temp
AS $$
DECLARE
    found_ document.document;
BEGIN
    SELECT d.* INTO found_ FROM document.document d
    WHERE d.id = id_ AND d.removed_at IS NULL AND document.may_read(d.country, d.kind, d.reference);
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    PERFORM audit.record_reveal(found_.country, found_.kind, found_.reference, 'document.' || id_);
    RETURN true;
END
$$;
COMMENT ON FUNCTION document.reveal(bigint) IS
    'Records that the signed-in role reads this document; for a minute after the commit its content can be read. False when there is no such document for it.';

-- What other components ask ---------------------------------------------------------------------------------------

CREATE FUNCTION document.missing(country_ text, kind_ text, reference_ text, types_ text[]) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = document, public, pg_temp
AS $$
    SELECT coalesce(array_agg(t.type ORDER BY t.place), '{}')
    FROM unnest(types_) WITH ORDINALITY AS t (type, place)
    WHERE NOT EXISTS (SELECT FROM document.document d
                      WHERE d.country = country_ AND d.kind = kind_ AND d.reference = reference_ AND d.type = t.type
                        AND d.removed_at IS NULL AND document.may_read(country_, kind_, reference_))
$$;
COMMENT ON FUNCTION document.missing(text, text, text, text[]) IS
    'Which of these types no document of the file has, in their order; all of them when the signed-in role may not know.';

CREATE FUNCTION document.has_all(country_ text, kind_ text, reference_ text, types_ text[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = document, public, pg_temp
AS $$
    SELECT document.missing(country_, kind_, reference_, types_) = '{}'
$$;
COMMENT ON FUNCTION document.has_all(text, text, text, text[]) IS 'Whether the file has a document of each of these types.';

REVOKE ALL ON FUNCTION document.may_read(text, text, text), document.may_write(text, text, text),
    document.attach(text, text, text, text, text, text, bytea), document.remove(bigint, text), document.reveal(bigint),
    document.missing(text, text, text, text[]), document.has_all(text, text, text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION document.may_read(text, text, text), document.reveal(bigint),
    document.missing(text, text, text, text[]), document.has_all(text, text, text, text[])
    TO care_agent, operations, operations_lead, auditor;
GRANT EXECUTE ON FUNCTION document.attach(text, text, text, text, text, text, bytea), document.remove(bigint, text)
    TO care_agent, operations, operations_lead;
