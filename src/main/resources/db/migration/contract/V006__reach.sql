-- A kind of change without documents does not write what a kind with documents writes: the documents would be demanded of
-- the program alone.

CREATE TABLE contract.kind_reach (
    country    text    NOT NULL,
    kind       text    NOT NULL,
    table_name text    NOT NULL,
    adds       boolean NOT NULL,
    columns    text[],
    empty      text[]  NOT NULL DEFAULT '{}',
    CONSTRAINT kind_reach_pkey PRIMARY KEY (country, kind, table_name),
    CONSTRAINT kind_reach_kind FOREIGN KEY (country, kind) REFERENCES contract.amendment_kind
);
COMMENT ON TABLE  contract.kind_reach IS 'The tables of its country that a kind of change may write. A kind without any may write all that are journalled.';
COMMENT ON COLUMN contract.kind_reach.country IS 'Country, two upper-case letters.';
COMMENT ON COLUMN contract.kind_reach.kind IS 'Kind of change.';
COMMENT ON COLUMN contract.kind_reach.table_name IS 'Table of the country.';
COMMENT ON COLUMN contract.kind_reach.adds IS 'It may add rows.';
COMMENT ON COLUMN contract.kind_reach.columns IS 'Columns of existing rows that it may change; all of them when null.';
COMMENT ON COLUMN contract.kind_reach.empty IS 'Columns that are empty in rows it adds, and that it may only empty in others.';

CREATE FUNCTION contract.limit_kind(country_ text, code_ text, table_ text, adds_ boolean, columns_ text[], empty_ text[])
    RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
    INSERT INTO contract.kind_reach (country, kind, table_name, adds, columns, empty)
    VALUES (country_, code_, table_, adds_, columns_, empty_)
    ON CONFLICT (country, kind, table_name)
    DO UPDATE SET adds = excluded.adds, columns = excluded.columns, empty = excluded.empty
$$;
COMMENT ON FUNCTION contract.limit_kind(text, text, text, boolean, text[], text[]) IS
    'Says that a kind of change writes this table: whether it adds rows, which columns of others it changes (null: all), and '
    'which columns stay empty. From the first table on, it writes no other. For the migrations of the countries.';

CREATE FUNCTION contract.refuse_beyond() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
DECLARE
    asked contract.amendment;
    reach contract.kind_reach;
BEGIN
    SELECT a.* INTO asked FROM contract.amendment a WHERE a.number = NEW.amendment;
    -- A row that only got a version was not changed.
    IF NEW.after = '{}' OR NOT EXISTS (SELECT FROM contract.kind_reach r WHERE r.country = asked.country AND r.kind = asked.kind) THEN
        RETURN NEW;
    END IF;
    SELECT r.* INTO reach FROM contract.kind_reach r
    WHERE r.country = asked.country AND r.kind = asked.kind AND r.table_name = NEW.table_name;
    IF FOUND AND (CASE NEW.operation
            WHEN 'INSERT' THEN reach.adds AND NOT EXISTS (SELECT FROM unnest(reach.empty) e WHERE NEW.after ->> e IS NOT NULL)
            WHEN 'UPDATE' THEN reach.columns IS NULL OR NOT EXISTS (
                SELECT FROM jsonb_each(NEW.after) c
                WHERE c.key <> ALL (reach.columns) AND NOT (c.key = ANY (reach.empty) AND c.value = 'null'))
            ELSE false END) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'an amendment of kind % does not write this in %.%', asked.kind, NEW.schema_name, NEW.table_name
        USING ERRCODE = 'insufficient_privilege';
END
$$;
COMMENT ON FUNCTION contract.refuse_beyond() IS 'Trigger, BEFORE INSERT FOR EACH ROW: an amendment writes what its kind says.';
CREATE TRIGGER beyond BEFORE INSERT ON contract.effect FOR EACH ROW EXECUTE FUNCTION contract.refuse_beyond();

-- What is begun is finished as what it was begun: its documents are demanded by its kind.
CREATE FUNCTION contract.refuse_turning() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT FROM contract.working w WHERE w.amendment = NEW.number) THEN
        RAISE EXCEPTION 'amendment % is being carried out', NEW.number USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION contract.refuse_turning() IS
    'Trigger, BEFORE UPDATE FOR EACH ROW: what an amendment asks for does not change while it is carried out.';
CREATE TRIGGER turning BEFORE UPDATE ON contract.amendment FOR EACH ROW
    WHEN ((old.kind, old.effective, old.subject, old.stranger, old.fields) IS DISTINCT FROM
          (new.kind, new.effective, new.subject, new.stranger, new.fields))
    EXECUTE FUNCTION contract.refuse_turning();

REVOKE ALL ON FUNCTION contract.limit_kind(text, text, text, boolean, text[], text[]), contract.refuse_beyond(),
    contract.refuse_turning() FROM PUBLIC;
