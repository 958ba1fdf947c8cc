-- Contracts of every country in one list, and the amendments that change them. The contracts themselves stand in the
-- countries: a country publishes what the list shows, and puts the journal on the tables that amendments write.

GRANT USAGE ON SCHEMA contract TO care_agent, operations, operations_lead, sales, auditor, staff_admin;

-- The list --------------------------------------------------------------------------------------------------------

CREATE TYPE contract.published_contract AS (
    country text, reference text, number text, holder text, holder_name text, product text, product_name text,
    valid_from date, valid_to date, suspended_from date, renewal_month integer, employees integer
);
COMMENT ON TYPE contract.published_contract IS
    'What a country tells about a contract. holder is the reference of a company''s file, null for a person''s own contract; employees is the company''s headcount.';

CREATE TABLE contract.entry (
    id             bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    country        text    NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    reference      text    NOT NULL,
    number         text    NOT NULL,
    holder         text,
    holder_name    text    NOT NULL,
    holder_words   text    NOT NULL COLLATE "C",
    product        text    NOT NULL,
    product_name   text    NOT NULL,
    valid_from     date    NOT NULL,
    valid_to       date,
    suspended_from date,
    renewal_month  integer NOT NULL CHECK (renewal_month BETWEEN 1 AND 12),
    employees      integer CHECK (employees >= 0),
    UNIQUE (country, reference),
    CHECK (valid_to >= valid_from)
);
COMMENT ON TABLE  contract.entry IS 'One row for each contract that a list can show. Holds no fact of a country that is not listed.';
COMMENT ON COLUMN contract.entry.id IS 'Tells rows apart that are sorted alike.';
COMMENT ON COLUMN contract.entry.country IS 'Country, two upper-case letters.';
COMMENT ON COLUMN contract.entry.reference IS 'The country''s own key of the contract.';
COMMENT ON COLUMN contract.entry.number IS 'What people call the contract.';
COMMENT ON COLUMN contract.entry.holder IS 'The company''s file; empty for a person''s own contract.';
COMMENT ON COLUMN contract.entry.holder_name IS 'Who took it out.';
COMMENT ON COLUMN contract.entry.holder_words IS 'The holder''s name without accents and capitals: sorted and searched by.';
COMMENT ON COLUMN contract.entry.product IS 'The country''s code of the product.';
COMMENT ON COLUMN contract.entry.product_name IS 'Commercial name.';
COMMENT ON COLUMN contract.entry.valid_from IS 'First day.';
COMMENT ON COLUMN contract.entry.valid_to IS 'Last day; empty while nobody ended it.';
COMMENT ON COLUMN contract.entry.suspended_from IS 'Since when it pays nothing; empty while it does.';
COMMENT ON COLUMN contract.entry.renewal_month IS 'Month in which it is renewed.';
COMMENT ON COLUMN contract.entry.employees IS 'Headcount of the company; empty for a person''s own contract.';

CREATE FUNCTION contract.publish(entries contract.published_contract[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
    INSERT INTO contract.entry AS e (country, reference, number, holder, holder_name, holder_words, product, product_name,
                                     valid_from, valid_to, suspended_from, renewal_month, employees)
    SELECT DISTINCT ON (p.country, p.reference) p.country, p.reference, p.number, p.holder, p.holder_name,
           directory.fold(p.holder_name), p.product, p.product_name, p.valid_from, p.valid_to, p.suspended_from,
           p.renewal_month, p.employees
    FROM unnest(entries) WITH ORDINALITY p
    ORDER BY p.country, p.reference, p.ordinality DESC
    ON CONFLICT (country, reference) DO UPDATE
        SET number = excluded.number, holder = excluded.holder, holder_name = excluded.holder_name,
            holder_words = excluded.holder_words, product = excluded.product, product_name = excluded.product_name,
            valid_from = excluded.valid_from, valid_to = excluded.valid_to, suspended_from = excluded.suspended_from,
            renewal_month = excluded.renewal_month, employees = excluded.employees
        WHERE (e.number, e.holder, e.holder_name, e.product, e.product_name, e.valid_from, e.valid_to, e.suspended_from,
               e.renewal_month, e.employees)
              IS DISTINCT FROM (excluded.number, excluded.holder, excluded.holder_name, excluded.product,
               excluded.product_name, excluded.valid_from, excluded.valid_to, excluded.suspended_from,
               excluded.renewal_month, excluded.employees)
$$;
COMMENT ON FUNCTION contract.publish(contract.published_contract[]) IS
    'Lists these contracts as told, or as told anew. For the owner: called by the statement-level triggers of the countries.';

CREATE FUNCTION contract.withdraw(country_ text, references_ text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
    DELETE FROM contract.entry e WHERE e.country = country_ AND e.reference = ANY (references_)
$$;
COMMENT ON FUNCTION contract.withdraw(text, text[]) IS 'Takes these contracts off the list. For the owner.';

-- Amendments ------------------------------------------------------------------------------------------------------

CREATE TABLE contract.amendment_kind (
    country   text   NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    code      text   NOT NULL CHECK (code ~ '^[a-zA-Z]+$'),
    documents text[] NOT NULL,
    PRIMARY KEY (country, code)
);
COMMENT ON TABLE  contract.amendment_kind IS 'The kinds of change of each country, and the documents without which the database refuses to apply one.';
COMMENT ON COLUMN contract.amendment_kind.country IS 'Country, two upper-case letters.';
COMMENT ON COLUMN contract.amendment_kind.code IS 'As in the program.';
COMMENT ON COLUMN contract.amendment_kind.documents IS 'Codes of documents that must be attached.';

CREATE FUNCTION contract.define_kind(country_ text, code_ text, documents_ text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
    INSERT INTO contract.amendment_kind (country, code, documents) VALUES (country_, code_, documents_)
    ON CONFLICT (country, code) DO UPDATE SET documents = excluded.documents
$$;
COMMENT ON FUNCTION contract.define_kind(text, text, text[]) IS 'Makes a kind of change known. For the migrations of the countries.';

CREATE TABLE contract.amendment (
    number       bigint      GENERATED ALWAYS AS IDENTITY (START WITH 1000001) PRIMARY KEY,
    country      text        NOT NULL,
    contract     text        NOT NULL,
    kind         text        NOT NULL,
    effective    date        NOT NULL CHECK (effective BETWEEN '1900-01-01' AND '2200-12-31'),
    subject      text,
    stranger     boolean     NOT NULL DEFAULT false,
    fields       jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(fields) = 'object'),
    note         text        NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
    batch        uuid,
    state        text        NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'REHEARSED', 'APPLIED', 'CANCELLED', 'DISCARDED')),
    members      text[]      NOT NULL DEFAULT '{}',
    place        bigint,
    reason       text        CHECK (length(reason) BETWEEN 1 AND 500),
    touched_by   text        NOT NULL DEFAULT session_user,
    touched_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    working_in   xid8,
    version      bigint      NOT NULL DEFAULT 1 CHECK (version > 0),
    FOREIGN KEY (country, kind) REFERENCES contract.amendment_kind,
    CHECK ((state = 'CANCELLED') = (reason IS NOT NULL)),
    CHECK ((place IS NOT NULL) = (state IN ('REHEARSED', 'APPLIED', 'CANCELLED')))
);
CREATE INDEX amendment_contract ON contract.amendment (country, contract, number DESC);
CREATE INDEX amendment_members ON contract.amendment USING gin (members);
CREATE INDEX amendment_subject ON contract.amendment (country, subject, number DESC);
CREATE INDEX amendment_drafts ON contract.amendment (country, touched_at DESC) WHERE state = 'DRAFT';
CREATE SEQUENCE contract.amendment_place;
COMMENT ON TABLE  contract.amendment IS 'A change to a contract: asked for, applied, cancelled. What it did stands in the country; this is the work on it.';
COMMENT ON COLUMN contract.amendment.number IS 'What people call it.';
COMMENT ON COLUMN contract.amendment.country IS 'Country of the contract.';
COMMENT ON COLUMN contract.amendment.contract IS 'The country''s key of the contract.';
COMMENT ON COLUMN contract.amendment.kind IS 'Kind of change.';
COMMENT ON COLUMN contract.amendment.effective IS 'First day it holds.';
COMMENT ON COLUMN contract.amendment.subject IS 'The member it is about; empty for the whole contract, and for a newcomer.';
COMMENT ON COLUMN contract.amendment.stranger IS 'Somebody looked at the possible duplicates and said that the newcomer is none of them.';
COMMENT ON COLUMN contract.amendment.fields IS 'What was asked, canonical values by field key.';
COMMENT ON COLUMN contract.amendment.note IS 'For colleagues.';
COMMENT ON COLUMN contract.amendment.batch IS 'The file it came in with many others.';
COMMENT ON COLUMN contract.amendment.state IS 'REHEARSED never survives its transaction.';
COMMENT ON COLUMN contract.amendment.members IS 'Members whose rows it changed; * when it changed the contract itself.';
COMMENT ON COLUMN contract.amendment.place IS 'Order of application.';
COMMENT ON COLUMN contract.amendment.reason IS 'Why it was cancelled.';
COMMENT ON COLUMN contract.amendment.touched_by IS 'Who saved, applied or cancelled it last.';
COMMENT ON COLUMN contract.amendment.touched_at IS 'When.';
COMMENT ON COLUMN contract.amendment.working_in IS 'The transaction that is applying or cancelling it: nobody else may write in its name.';
COMMENT ON COLUMN contract.amendment.version IS 'Raised by each save.';

CREATE TABLE contract.effect (
    amendment   bigint  NOT NULL REFERENCES contract.amendment,
    rank        integer NOT NULL,
    schema_name text    NOT NULL,
    table_name  text    NOT NULL,
    key         jsonb   NOT NULL,
    member      text,
    operation   text    NOT NULL CHECK (operation IN ('INSERT', 'UPDATE', 'DELETE')),
    before      jsonb,
    after       jsonb,
    PRIMARY KEY (amendment, rank)
);
CREATE INDEX effect_row ON contract.effect (schema_name, table_name, key);
COMMENT ON TABLE  contract.effect IS 'What an amendment did, row by row: read backwards to cancel it.';
COMMENT ON COLUMN contract.effect.amendment IS 'The amendment.';
COMMENT ON COLUMN contract.effect.rank IS 'Order of writing, from 1.';
COMMENT ON COLUMN contract.effect.schema_name IS 'Country of the row.';
COMMENT ON COLUMN contract.effect.table_name IS 'Table of the row.';
COMMENT ON COLUMN contract.effect.key IS 'Primary key of the row.';
COMMENT ON COLUMN contract.effect.member IS 'Whose row it is; empty for the contract''s own.';
COMMENT ON COLUMN contract.effect.operation IS 'What was done.';
COMMENT ON COLUMN contract.effect.before IS 'The row before; empty for a new one.';
COMMENT ON COLUMN contract.effect.after IS 'The row after; empty for one that is gone.';

CREATE FUNCTION contract.journal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
DECLARE
    working  contract.amendment;
    old_row  jsonb;
    new_row  jsonb;
    key_     jsonb;
    member_  text;
BEGIN
    SELECT a.* INTO working FROM contract.amendment a
    WHERE a.number = nullif(current_setting('guichet.amendment', true), '')::bigint
      AND a.working_in = pg_current_xact_id_if_assigned();
    IF working.number IS NULL THEN
        IF TG_ARGV[0] = 'only' AND NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER') THEN
            RAISE EXCEPTION 'a contract changes by an amendment' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NULL;
    END IF;
    IF working.state = 'CANCELLED' THEN
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        old_row := to_jsonb(OLD);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        new_row := to_jsonb(NEW);
    END IF;
    SELECT jsonb_object_agg(c.attname, coalesce(new_row, old_row) -> c.attname) INTO key_
    FROM pg_catalog.pg_index i
    JOIN pg_catalog.pg_attribute c ON c.attrelid = i.indrelid AND c.attnum = ANY (i.indkey)
    WHERE i.indrelid = TG_RELID AND i.indisprimary;
    member_ := CASE WHEN TG_NARGS > 1 THEN coalesce(new_row, old_row) ->> TG_ARGV[1] END;
    INSERT INTO contract.effect (amendment, rank, schema_name, table_name, key, member, operation, before, after)
    VALUES (working.number, 1 + (SELECT count(*) FROM contract.effect e WHERE e.amendment = working.number),
            TG_TABLE_SCHEMA, TG_TABLE_NAME, key_, member_, TG_OP, old_row, new_row);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION contract.journal() IS
    'Trigger, AFTER INSERT OR UPDATE OR DELETE FOR EACH ROW, for tables with a primary key and no generated columns: '
    'contract.journal(only | free [, column holding the member''s reference]). Keeps what an amendment does to the row. '
    'only: staff change these rows by an amendment and not otherwise; free: they may be changed without one.';
