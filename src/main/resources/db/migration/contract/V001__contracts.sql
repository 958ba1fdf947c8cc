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
    country        text    NOT NULL,
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
    renewal_month  integer NOT NULL,
    employees      integer,
    size           integer NOT NULL GENERATED ALWAYS AS (coalesce(employees, -1)) STORED,
    number_key     text    NOT NULL COLLATE "C"
                   GENERATED ALWAYS AS (upper(regexp_replace(number, '[^0-9A-Za-z]', '', 'g'))) STORED,
    words          tsvector NOT NULL GENERATED ALWAYS AS (array_to_tsvector(string_to_array(holder_words, ' '))) STORED,
    CONSTRAINT entry_country CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT entry_reference UNIQUE (country, reference),
    CONSTRAINT entry_period CHECK (valid_to >= valid_from),
    CONSTRAINT entry_renewal_month CHECK (renewal_month BETWEEN 1 AND 12),
    CONSTRAINT entry_employees CHECK (employees >= 0)
);
-- One for each order of the list, then one for each filter that may leave few rows of many.
CREATE INDEX entry_by_holder ON contract.entry (country, holder_words, id);
CREATE INDEX entry_by_age ON contract.entry (country, valid_from, id);
CREATE INDEX entry_by_size ON contract.entry (country, size, id);
CREATE INDEX entry_companies ON contract.entry (country, holder_words, id) WHERE holder IS NOT NULL;
CREATE INDEX entry_product ON contract.entry (country, product, holder_words, id);
CREATE INDEX entry_renewal ON contract.entry (country, renewal_month, holder_words, id);
CREATE INDEX entry_ended ON contract.entry (country, valid_to) WHERE valid_to IS NOT NULL;
CREATE INDEX entry_suspended ON contract.entry (country, suspended_from) WHERE suspended_from IS NOT NULL;
CREATE INDEX entry_number ON contract.entry (country, number_key);
CREATE INDEX entry_holder ON contract.entry (country, holder) WHERE holder IS NOT NULL;
CREATE INDEX entry_words ON contract.entry USING gin (words);
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

COMMENT ON COLUMN contract.entry.size IS 'Employees, to sort by: -1 for a person''s own contract.';
COMMENT ON COLUMN contract.entry.number_key IS 'The number as it is looked up: capitals and digits alone.';
COMMENT ON COLUMN contract.entry.words IS 'The words of the holder''s name, to find the beginning of any of them.';

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
    country   text   NOT NULL,
    code      text   NOT NULL,
    documents text[] NOT NULL,
    PRIMARY KEY (country, code),
    CONSTRAINT amendment_kind_country CHECK (country ~ '^[A-Z]{2}$'),
    CONSTRAINT amendment_kind_code CHECK (code ~ '^[a-zA-Z]+$')
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
    effective    date        NOT NULL,
    subject      text,
    stranger     boolean     NOT NULL DEFAULT false,
    fields       jsonb       NOT NULL DEFAULT '{}',
    note         text        NOT NULL DEFAULT '',
    batch        uuid,
    state        text        NOT NULL DEFAULT 'DRAFT',
    place        bigint,
    newcomer     text,
    reason       text,
    touched_by   text        NOT NULL DEFAULT session_user,
    touched_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    version      bigint      NOT NULL DEFAULT 1,
    CONSTRAINT amendment_known_kind FOREIGN KEY (country, kind) REFERENCES contract.amendment_kind,
    CONSTRAINT amendment_contract CHECK (contract <> ''),
    CONSTRAINT amendment_effective CHECK (effective BETWEEN '1900-01-01' AND '2200-12-31'),
    CONSTRAINT amendment_subject CHECK (subject <> ''),
    CONSTRAINT amendment_fields CHECK (jsonb_typeof(fields) = 'object' AND length(fields::text) <= 20000),
    CONSTRAINT amendment_note CHECK (length(note) <= 2000),
    CONSTRAINT amendment_state CHECK (state IN ('DRAFT', 'APPLIED', 'CANCELLED', 'DISCARDED')),
    CONSTRAINT amendment_reason CHECK ((state = 'CANCELLED') = (reason IS NOT NULL) AND length(btrim(reason)) BETWEEN 1 AND 500),
    CONSTRAINT amendment_place CHECK ((place IS NOT NULL) = (state IN ('APPLIED', 'CANCELLED'))),
    CONSTRAINT amendment_newcomer CHECK (newcomer IS NULL OR place IS NOT NULL),
    CONSTRAINT amendment_version CHECK (version > 0)
);
CREATE INDEX amendment_of_contract ON contract.amendment (country, contract, number DESC);
CREATE INDEX amendment_of_subject ON contract.amendment (country, subject, number DESC) WHERE subject IS NOT NULL;
CREATE INDEX amendment_drafts ON contract.amendment (country, touched_at DESC) WHERE state = 'DRAFT';
CREATE INDEX amendment_batch ON contract.amendment (batch) WHERE batch IS NOT NULL;
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
COMMENT ON COLUMN contract.amendment.batch IS 'The file it came in with many others: the first 16 bytes of the SHA-256 of contract, kind and content.';
COMMENT ON COLUMN contract.amendment.state IS 'Changed by the functions of this schema only.';
COMMENT ON COLUMN contract.amendment.place IS 'Order of application.';
COMMENT ON COLUMN contract.amendment.newcomer IS 'The member whom it enrolled when that was somebody new.';
COMMENT ON COLUMN contract.amendment.reason IS 'Why it was cancelled.';
COMMENT ON COLUMN contract.amendment.touched_by IS 'Who saved, applied or cancelled it last.';
COMMENT ON COLUMN contract.amendment.touched_at IS 'When.';
COMMENT ON COLUMN contract.amendment.version IS 'Raised by each save.';

CREATE TABLE contract.working (
    amendment bigint  PRIMARY KEY REFERENCES contract.amendment,
    xact      xid8    NOT NULL DEFAULT pg_current_xact_id(),
    purpose   text    NOT NULL,
    CONSTRAINT working_purpose CHECK (purpose IN ('APPLY', 'REHEARSE', 'RESTORE'))
);
COMMENT ON TABLE  contract.working IS 'Amendments that a transaction is carrying out right now. Empty outside transactions: none commits with a row of its own in here.';
COMMENT ON COLUMN contract.working.amendment IS 'The amendment.';
COMMENT ON COLUMN contract.working.xact IS 'The transaction: nobody else writes in the amendment''s name.';
COMMENT ON COLUMN contract.working.purpose IS 'What is being done with it.';

CREATE TABLE contract.effect (
    amendment   bigint  NOT NULL REFERENCES contract.amendment,
    rank        bigint  GENERATED ALWAYS AS IDENTITY,
    schema_name text    NOT NULL,
    table_name  text    NOT NULL,
    key         jsonb   NOT NULL,
    member      text,
    strict      boolean NOT NULL,
    operation   text    NOT NULL,
    before      jsonb,
    after       jsonb,
    PRIMARY KEY (amendment, rank),
    CONSTRAINT effect_operation CHECK (operation IN ('INSERT', 'UPDATE', 'DELETE')),
    CONSTRAINT effect_values CHECK ((before IS NULL) = (operation = 'INSERT') AND (after IS NULL) = (operation = 'DELETE'))
);
CREATE INDEX effect_row ON contract.effect (schema_name, table_name, key);
CREATE INDEX effect_member ON contract.effect (schema_name, member, amendment DESC) WHERE member IS NOT NULL;
COMMENT ON TABLE  contract.effect IS 'What an amendment did, row by row: read backwards to cancel it. Nobody of the staff reads or writes it.';
COMMENT ON COLUMN contract.effect.amendment IS 'The amendment.';
COMMENT ON COLUMN contract.effect.rank IS 'Order of writing.';
COMMENT ON COLUMN contract.effect.schema_name IS 'Country of the row.';
COMMENT ON COLUMN contract.effect.table_name IS 'Table of the row.';
COMMENT ON COLUMN contract.effect.key IS 'Primary key of the row, as it was left.';
COMMENT ON COLUMN contract.effect.member IS 'Whose row it is; empty for the contract''s own.';
COMMENT ON COLUMN contract.effect.strict IS 'The table changes by amendments only: it says who is covered, and by what.';
COMMENT ON COLUMN contract.effect.operation IS 'What was done.';
COMMENT ON COLUMN contract.effect.before IS 'The row before, of a changed one the columns that changed; empty for a new one.';
COMMENT ON COLUMN contract.effect.after IS 'The row after, of a changed one the columns that changed; empty for one that is gone.';

CREATE TABLE contract.follow_up (
    id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind      text        NOT NULL,
    amendment bigint      NOT NULL REFERENCES contract.amendment,
    country   text        NOT NULL,
    reference text        NOT NULL,
    label     text        NOT NULL,
    day       date        NOT NULL,
    minor     bigint,
    currency  text,
    state     text        NOT NULL DEFAULT 'OPEN',
    since     timestamptz NOT NULL DEFAULT clock_timestamp(),
    version   bigint      NOT NULL DEFAULT 1,
    CONSTRAINT follow_up_kind CHECK (kind IN ('READJUDICATE', 'CORRECT_PREMIUM')),
    CONSTRAINT follow_up_amount CHECK ((kind = 'CORRECT_PREMIUM') = (minor IS NOT NULL) AND (minor IS NULL) = (currency IS NULL)
        AND minor <> 0 AND currency ~ '^[A-Z]{3}$'),
    CONSTRAINT follow_up_state CHECK (state IN ('OPEN', 'DONE', 'WITHDRAWN')),
    CONSTRAINT follow_up_version CHECK (version > 0)
);
CREATE UNIQUE INDEX follow_up_once ON contract.follow_up (amendment, kind, reference, day) WHERE state = 'OPEN';
CREATE INDEX follow_up_of_amendment ON contract.follow_up (amendment, id);
CREATE INDEX follow_up_open ON contract.follow_up (country, since, id) WHERE state = 'OPEN';
COMMENT ON TABLE  contract.follow_up IS 'What a retroactive amendment, or its cancellation, left to do.';
COMMENT ON COLUMN contract.follow_up.id IS 'Key.';
COMMENT ON COLUMN contract.follow_up.kind IS 'A claim to adjudicate again, or a month''s premium to correct.';
COMMENT ON COLUMN contract.follow_up.amendment IS 'The amendment that left it.';
COMMENT ON COLUMN contract.follow_up.country IS 'Country of claim and contract.';
COMMENT ON COLUMN contract.follow_up.reference IS 'The country''s key of the claim, or of the contract.';
COMMENT ON COLUMN contract.follow_up.label IS 'What people call the claim, or the contract.';
COMMENT ON COLUMN contract.follow_up.day IS 'First day of care, or of the month.';
COMMENT ON COLUMN contract.follow_up.minor IS 'To be asked for, in the smallest unit; negative: to be given back.';
COMMENT ON COLUMN contract.follow_up.currency IS 'ISO 4217.';
COMMENT ON COLUMN contract.follow_up.state IS 'WITHDRAWN: the amendment was cancelled first.';
COMMENT ON COLUMN contract.follow_up.since IS 'When it was queued.';
COMMENT ON COLUMN contract.follow_up.version IS 'Raised by each change.';

-- Rights ----------------------------------------------------------------------------------------------------------
-- Drafts are written as rows; every other state comes about by the functions below.

CREATE FUNCTION contract.is_listed(country_ text, contract_ text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM contract.entry e WHERE e.country = country_ AND e.reference = contract_)
           AND country_ = ANY (access.my_countries())
$$;
COMMENT ON FUNCTION contract.is_listed(text, text) IS 'Whether there is such a contract for the signed-in role.';

CREATE FUNCTION contract.may_amend(country_ text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
    SELECT country_ = ANY (access.my_countries()) AND access.is_any('care_agent', 'operations', 'operations_lead')
$$;
COMMENT ON FUNCTION contract.may_amend(text) IS 'Whether the signed-in role changes contracts of this country.';

GRANT SELECT ON contract.amendment, contract.amendment_kind, contract.follow_up
    TO care_agent, operations, operations_lead, auditor;
GRANT INSERT (country, contract, kind, effective, subject, stranger, fields, note, batch) ON contract.amendment
    TO care_agent, operations, operations_lead;
GRANT UPDATE (kind, effective, subject, stranger, fields, note, version) ON contract.amendment
    TO care_agent, operations, operations_lead;

ALTER TABLE contract.amendment ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_country ON contract.amendment FOR SELECT
    USING (country = ANY ((SELECT access.my_countries())::text[]));
CREATE POLICY drafts_begun ON contract.amendment FOR INSERT
    WITH CHECK (state = 'DRAFT' AND country = ANY ((SELECT access.my_countries())::text[])
                AND contract.is_listed(country, contract));
CREATE POLICY drafts_changed ON contract.amendment FOR UPDATE
    USING (state = 'DRAFT' AND country = ANY ((SELECT access.my_countries())::text[]));
ALTER TABLE contract.follow_up ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_country ON contract.follow_up FOR SELECT
    USING (country = ANY ((SELECT access.my_countries())::text[]));

CREATE FUNCTION contract.sign() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = contract, public, pg_temp
AS $$
BEGIN
    NEW.touched_by := session_user;
    NEW.touched_at := clock_timestamp();
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION contract.sign() IS 'Trigger, BEFORE INSERT OR UPDATE FOR EACH ROW: who touched an amendment last is not for its author to say.';
CREATE TRIGGER sign BEFORE INSERT OR UPDATE ON contract.amendment FOR EACH ROW EXECUTE FUNCTION contract.sign();

CREATE FUNCTION contract.tell() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
BEGIN
    PERFORM audit.tell(NEW.country, 'contract', NEW.contract);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION contract.tell() IS 'Trigger, AFTER INSERT OR UPDATE FOR EACH ROW: a contract''s page shows its amendments, drafts among them.';
CREATE TRIGGER tell AFTER INSERT OR UPDATE ON contract.amendment FOR EACH ROW EXECUTE FUNCTION contract.tell();

CREATE TRIGGER raise_version BEFORE UPDATE ON contract.amendment FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON contract.amendment
    FOR EACH ROW EXECUTE FUNCTION audit.track('amendment', 'number', 'country');
CREATE TRIGGER raise_version BEFORE UPDATE ON contract.follow_up FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON contract.follow_up
    FOR EACH ROW EXECUTE FUNCTION audit.track('amendment', 'amendment', 'country');

-- The journal -----------------------------------------------------------------------------------------------------

CREATE FUNCTION contract.as_json(row_ anyelement) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path = contract, public, pg_temp
    SET timezone = 'UTC' SET datestyle = 'ISO, YMD' SET intervalstyle = 'iso_8601' SET bytea_output = 'hex'
AS $$
    SELECT to_jsonb(row_)
$$;
COMMENT ON FUNCTION contract.as_json(anyelement) IS 'A row as it is journalled: the same text whatever the settings of who writes and who cancels.';

CREATE FUNCTION contract.journal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
DECLARE
    number_  text := current_setting('guichet.amendment', true);
    doing    text;
    old_row  jsonb;
    new_row  jsonb;
    old_part jsonb;
    new_part jsonb;
    key_     jsonb;
BEGIN
    IF number_ <> '' THEN
        SELECT w.purpose INTO doing FROM contract.working w
        WHERE w.amendment = number_::bigint AND w.xact = pg_current_xact_id_if_assigned();
    END IF;
    IF doing IS NULL THEN
        IF TG_ARGV[0] = 'only' AND NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER') THEN
            RAISE EXCEPTION 'a contract changes by an amendment' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NULL;
    END IF;
    IF doing = 'RESTORE' THEN
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        old_row := contract.as_json(OLD);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        new_row := contract.as_json(NEW);
    END IF;
    old_part := old_row;
    new_part := new_row;
    IF TG_OP = 'UPDATE' THEN
        SELECT coalesce(jsonb_object_agg(n.key, old_row -> n.key), '{}'), coalesce(jsonb_object_agg(n.key, n.value), '{}')
        INTO old_part, new_part
        FROM jsonb_each(new_row) n
        WHERE n.value IS DISTINCT FROM old_row -> n.key AND n.key <> 'version';
    END IF;
    SELECT jsonb_object_agg(c.attname, coalesce(new_row, old_row) -> c.attname) INTO key_
    FROM pg_catalog.pg_index i
    JOIN pg_catalog.pg_attribute c ON c.attrelid = i.indrelid AND c.attnum = ANY (i.indkey)
    WHERE i.indrelid = TG_RELID AND i.indisprimary;
    INSERT INTO contract.effect (amendment, schema_name, table_name, key, member, strict, operation, before, after)
    VALUES (number_::bigint, TG_TABLE_SCHEMA, TG_TABLE_NAME, key_,
            CASE WHEN TG_NARGS > 1 THEN coalesce(new_row, old_row) ->> TG_ARGV[1] END,
            TG_ARGV[0] = 'only', TG_OP, old_part, new_part);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION contract.journal() IS
    'Trigger, AFTER INSERT OR UPDATE OR DELETE FOR EACH ROW, for tables with a primary key and no generated columns: '
    'contract.journal(only | free [, column holding the member''s reference]). Keeps what an amendment does to the row. '
    'only: staff change these rows by an amendment and not otherwise; free: they may be changed without one.';

-- Apply and cancel ------------------------------------------------------------------------------------------------

CREATE FUNCTION contract.lock_contract(country_ text, contract_ text) RETURNS void
    LANGUAGE sql
    SET search_path = contract, public, pg_temp
AS $$
    SELECT pg_advisory_xact_lock(hashtext('contract.' || country_), hashtext(contract_))
$$;
COMMENT ON FUNCTION contract.lock_contract(text, text) IS 'One amendment of a contract after the other, to the end of the transaction.';

CREATE FUNCTION contract.begin(number_ bigint, rehearsal boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
DECLARE
    draft contract.amendment;
BEGIN
    SELECT * INTO draft FROM contract.amendment a WHERE a.number = number_;
    IF NOT FOUND OR NOT contract.may_amend(draft.country) THEN
        RAISE EXCEPTION 'no amendment % for this role', number_ USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT rehearsal THEN
        PERFORM contract.lock_contract(draft.country, draft.contract);
    END IF;
    SELECT * INTO draft FROM contract.amendment a WHERE a.number = number_ FOR UPDATE;
    IF draft.state <> 'DRAFT' THEN
        RAISE EXCEPTION 'amendment % is no draft', number_ USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    INSERT INTO contract.working (amendment, purpose)
    VALUES (number_, CASE WHEN rehearsal THEN 'REHEARSE' ELSE 'APPLY' END);
    PERFORM set_config('guichet.amendment', number_::text, true);
END
$$;
COMMENT ON FUNCTION contract.begin(bigint, boolean) IS
    'From here to contract.finish the transaction writes in the name of this draft. A rehearsal cannot be finished, and a '
    'transaction that begins and does not finish cannot be committed.';

CREATE FUNCTION contract.missing_documents(number_ bigint) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
    SELECT document.missing(a.country, 'amendment', a.number::text, k.documents)
    FROM contract.amendment a
    JOIN contract.amendment_kind k ON k.country = a.country AND k.code = a.kind
    WHERE a.number = number_ AND a.country = ANY (access.my_countries())
$$;
COMMENT ON FUNCTION contract.missing_documents(bigint) IS 'Codes of the documents that must be attached before the amendment is applied.';

CREATE FUNCTION contract.finish(number_ bigint, newcomer_ text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
DECLARE
    missing text[];
BEGIN
    DELETE FROM contract.working w
    WHERE w.amendment = number_ AND w.xact = pg_current_xact_id_if_assigned() AND w.purpose = 'APPLY';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'this transaction is not applying amendment %', number_ USING ERRCODE = 'insufficient_privilege';
    END IF;
    missing := contract.missing_documents(number_);
    IF missing <> '{}' THEN
        RAISE EXCEPTION 'documents are missing: %', missing USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    UPDATE contract.amendment a
    SET state = 'APPLIED', place = nextval('contract.amendment_place'), newcomer = newcomer_, version = a.version + 1
    WHERE a.number = number_;
    PERFORM set_config('guichet.amendment', '', true);
    RETURN EXISTS (SELECT FROM contract.effect e WHERE e.amendment = number_);
END
$$;
COMMENT ON FUNCTION contract.finish(bigint, text) IS
    'Ends what contract.begin began: the draft is applied. newcomer_ is the member whom it made, or null. False when it '
    'changed nothing.';

CREATE FUNCTION contract.refuse_unfinished() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
BEGIN
    IF EXISTS (SELECT FROM contract.working w WHERE w.amendment = NEW.amendment) THEN
        RAISE EXCEPTION 'amendment % was begun and not finished', NEW.amendment
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION contract.refuse_unfinished() IS 'Keeps rehearsals, and what was begun and never finished, from being committed.';
CREATE CONSTRAINT TRIGGER unfinished AFTER INSERT OR UPDATE ON contract.working DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION contract.refuse_unfinished();

CREATE FUNCTION contract.discard(number_ bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
BEGIN
    UPDATE contract.amendment a SET state = 'DISCARDED', version = a.version + 1
    WHERE a.number = number_ AND a.state = 'DRAFT' AND contract.may_amend(a.country)
      AND NOT EXISTS (SELECT FROM contract.working w WHERE w.amendment = number_);
    RETURN FOUND;
END
$$;
COMMENT ON FUNCTION contract.discard(bigint) IS 'Throws a draft away; false when it is none, or none of this role''s countries.';

CREATE FUNCTION contract.cover_changed(number_ bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM contract.effect e WHERE e.amendment = number_ AND e.strict AND e.after IS DISTINCT FROM '{}')
$$;
COMMENT ON FUNCTION contract.cover_changed(bigint) IS
    'Whether the amendment changed who is covered, or by what: an address or an account makes no claim and no premium wrong.';

CREATE FUNCTION contract.whole(number_ bigint) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path = contract, public, pg_temp
AS $$
    -- A row that only got a new version was not changed.
    SELECT EXISTS (SELECT FROM contract.effect e
                   WHERE e.amendment = number_ AND e.member IS NULL AND e.after IS DISTINCT FROM '{}')
$$;
COMMENT ON FUNCTION contract.whole(bigint) IS 'Whether the amendment changed the contract itself.';

CREATE FUNCTION contract.built_on(number_ bigint) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
    SELECT min(later.number)
    FROM contract.amendment a
    CROSS JOIN LATERAL (
        SELECT o.number FROM contract.effect e
        JOIN contract.effect f ON f.schema_name = e.schema_name
             AND ((f.table_name = e.table_name AND f.key = e.key) OR f.member = e.member)
        JOIN contract.amendment o ON o.number = f.amendment
        WHERE e.amendment = a.number AND e.after IS DISTINCT FROM '{}' AND f.after IS DISTINCT FROM '{}'
          AND o.state = 'APPLIED' AND o.place > a.place
        UNION ALL
        SELECT o.number FROM contract.amendment o
        WHERE o.country = a.country AND o.contract = a.contract AND o.state = 'APPLIED' AND o.place > a.place
          AND (contract.whole(a.number) OR contract.whole(o.number))
        UNION ALL
        -- A row that bears the key of a member of this amendment stands on it: a child on the parent who brings the cover.
        SELECT o.number FROM contract.amendment o
        JOIN contract.effect f ON f.amendment = o.number
        CROSS JOIN LATERAL jsonb_each_text(f.after) AS held
        WHERE o.country = a.country AND o.contract = a.contract AND o.state = 'APPLIED' AND o.place > a.place
          AND held.value IN (SELECT e.member FROM contract.effect e
                             WHERE e.amendment = a.number AND e.member IS NOT NULL AND e.after IS DISTINCT FROM '{}')
    ) AS later
    WHERE a.number = number_
$$;
COMMENT ON FUNCTION contract.built_on(bigint) IS
    'The first later amendment in force that touches the same row or member or names the member in a row, or, where either is '
    'about the contract as a whole, the same contract; null when there is none.';

CREATE FUNCTION contract.restore(change contract.effect) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
    SET timezone = 'UTC' SET datestyle = 'ISO, YMD' SET intervalstyle = 'iso_8601' SET bytea_output = 'hex'
AS $$
DECLARE
    whole   text := format('%I.%I', change.schema_name, change.table_name);
    of_row  text := (SELECT string_agg(format('t.%1$I = k.%1$I', k.name), ' AND ') FROM jsonb_object_keys(change.key) AS k (name));
    now_    jsonb;
    sets    text;
BEGIN
    EXECUTE format('SELECT contract.as_json(t) FROM %1$s t, jsonb_populate_record(NULL::%1$s, $1) k WHERE %2$s FOR UPDATE OF t',
                   whole, of_row) INTO now_ USING change.key;
    IF change.operation = 'DELETE' THEN
        IF now_ IS NOT NULL THEN
            RETURN false;
        END IF;
        EXECUTE format('INSERT INTO %1$s SELECT * FROM jsonb_populate_record(NULL::%1$s, $1)', whole)
            USING CASE WHEN change.before ? 'version'
                       THEN change.before || jsonb_build_object('version', (change.before ->> 'version')::bigint + 1)
                       ELSE change.before END;
        RETURN true;
    END IF;
    IF now_ IS NULL THEN
        RETURN false;
    END IF;
    IF change.operation = 'INSERT' THEN
        IF now_ - 'version' <> change.after - 'version' THEN
            RETURN false;
        END IF;
        EXECUTE format('DELETE FROM %1$s t USING jsonb_populate_record(NULL::%1$s, $1) k WHERE %2$s', whole, of_row)
            USING change.key;
        RETURN true;
    END IF;
    -- What others changed in other columns since stays.
    IF EXISTS (SELECT FROM jsonb_each(change.after) a WHERE now_ -> a.key IS DISTINCT FROM a.value) THEN
        RETURN false;
    END IF;
    sets := concat_ws(', ', (SELECT string_agg(format('%1$I = b.%1$I', c.name), ', ') FROM jsonb_object_keys(change.before) AS c (name)),
                      CASE WHEN now_ ? 'version' THEN 'version = t.version + 1' END);
    IF sets <> '' THEN
        EXECUTE format('UPDATE %1$s t SET %3$s FROM jsonb_populate_record(NULL::%1$s, $1) k, '
                       'jsonb_populate_record(NULL::%1$s, $2) b WHERE %2$s', whole, of_row, sets)
            USING change.key, change.before;
    END IF;
    RETURN true;
END
$$;
COMMENT ON FUNCTION contract.restore(contract.effect) IS
    'Takes one effect back; false, and nothing done, when the row is no longer what the amendment left.';

CREATE FUNCTION contract.cancel(number_ bigint, reason_ text, OUT cancelled boolean, OUT blocker bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
DECLARE
    applied contract.amendment;
    change  contract.effect;
BEGIN
    SELECT * INTO applied FROM contract.amendment a WHERE a.number = number_;
    IF NOT FOUND OR NOT contract.may_amend(applied.country) THEN
        RAISE EXCEPTION 'no amendment % for this role', number_ USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM contract.lock_contract(applied.country, applied.contract);
    SELECT * INTO applied FROM contract.amendment a WHERE a.number = number_ FOR UPDATE;
    IF applied.state <> 'APPLIED' OR coalesce(length(btrim(reason_)), 0) NOT BETWEEN 1 AND 500 THEN
        RAISE EXCEPTION 'amendment % is not in force, or no reason is given', number_ USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    cancelled := false;
    blocker := contract.built_on(number_);
    IF blocker IS NOT NULL THEN
        RETURN;
    END IF;
    BEGIN
        INSERT INTO contract.working (amendment, purpose) VALUES (number_, 'RESTORE');
        PERFORM set_config('guichet.amendment', number_::text, true);
        FOR change IN SELECT e.* FROM contract.effect e WHERE e.amendment = number_ ORDER BY e.rank DESC LOOP
            IF NOT contract.restore(change) THEN
                RAISE EXCEPTION 'something was built on it' USING ERRCODE = 'GC001';
            END IF;
        END LOOP;
        DELETE FROM contract.working w WHERE w.amendment = number_;
        UPDATE contract.amendment a SET state = 'CANCELLED', reason = btrim(reason_), version = a.version + 1
        WHERE a.number = number_;
        UPDATE contract.follow_up f SET state = 'WITHDRAWN', version = f.version + 1
        WHERE f.amendment = number_ AND f.state = 'OPEN';
        PERFORM set_config('guichet.amendment', '', true);
        cancelled := true;
    EXCEPTION WHEN SQLSTATE 'GC001' OR foreign_key_violation OR unique_violation OR exclusion_violation OR check_violation THEN
        -- Rows that only stand because of this amendment, or that took its place.
        cancelled := false;
    END;
END
$$;
COMMENT ON FUNCTION contract.cancel(bigint, text) IS
    'Takes an amendment back, row by row from the last to the first, or does nothing: blocker is then the amendment that was '
    'built on it, or null when a row was changed otherwise since.';

CREATE FUNCTION contract.queue_follow_ups(number_ bigint, kind_ text, references_ text[], labels text[], days date[],
                                          minors bigint[], currency_ text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
BEGIN
    -- In the transaction that applied or cancelled it: nobody invents work for others.
    INSERT INTO contract.follow_up (kind, amendment, country, reference, label, day, minor, currency)
    SELECT kind_, a.number, a.country, q.reference, q.label, q.day, q.minor, CASE WHEN q.minor IS NOT NULL THEN currency_ END
    FROM contract.amendment a, unnest(references_, labels, days, minors) AS q (reference, label, day, minor)
    WHERE a.number = number_ AND a.touched_by = session_user AND a.touched_at >= transaction_timestamp() AND a.state IN ('APPLIED', 'CANCELLED')
      -- A claim that was to be adjudicated again, and was not yet when the amendment was cancelled, is right again.
      AND NOT EXISTS (SELECT FROM contract.follow_up f WHERE f.amendment = a.number AND f.kind = kind_
                        AND kind_ = 'READJUDICATE' AND f.state = 'WITHDRAWN' AND f.reference = q.reference AND f.day = q.day)
    ORDER BY q.day, q.reference
    ON CONFLICT DO NOTHING;
END
$$;
COMMENT ON FUNCTION contract.queue_follow_ups(bigint, text, text[], text[], date[], bigint[], text) IS
    'Queues what an amendment made wrong, in the transaction that applied or cancelled it; minors is null for claims.';

CREATE FUNCTION contract.members_of(number_ bigint) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
    SELECT coalesce(array_agg(DISTINCT e.member), '{}') FROM contract.effect e
    WHERE e.amendment = number_ AND e.strict AND e.member IS NOT NULL
      AND (SELECT a.country FROM contract.amendment a WHERE a.number = number_) = ANY (access.my_countries())
$$;
COMMENT ON FUNCTION contract.members_of(bigint) IS 'Members whose cover the amendment changed.';

CREATE FUNCTION contract.begin_batch(country_ text, contract_ text, batch_ uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
BEGIN
    IF NOT contract.may_amend(country_) THEN
        RAISE EXCEPTION 'this role does not change contracts of %', country_ USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM contract.lock_contract(country_, contract_);
    RETURN NOT EXISTS (SELECT FROM contract.amendment a WHERE a.batch = batch_ AND a.state = 'APPLIED');
END
$$;
COMMENT ON FUNCTION contract.begin_batch(text, text, uuid) IS
    'Keeps others from amending this contract until the transaction ends; false when this very file is in force already.';

-- Reading ---------------------------------------------------------------------------------------------------------

CREATE FUNCTION contract.amendments_of(country_ text, kind_ text, reference_ text, max_ integer) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 20
    SET search_path = contract, public, pg_temp
AS $$
    SELECT found.number
    FROM (
        (SELECT a.number FROM contract.amendment a
         WHERE kind_ = 'contract' AND a.country = country_ AND a.contract = reference_
         ORDER BY a.number DESC LIMIT max_)
        UNION
        (SELECT a.number FROM contract.amendment a
         WHERE kind_ = 'member' AND a.country = country_ AND a.subject = reference_
         ORDER BY a.number DESC LIMIT max_)
        UNION
        (SELECT DISTINCT e.amendment FROM contract.effect e
         WHERE kind_ = 'member' AND e.schema_name = lower(country_) AND e.member = reference_
         ORDER BY e.amendment DESC LIMIT max_)
        UNION
        (SELECT a.number FROM contract.entry e JOIN contract.amendment a ON a.country = e.country AND a.contract = e.reference
         WHERE kind_ = 'company' AND e.country = country_ AND e.holder = reference_
         ORDER BY a.number DESC LIMIT max_)
    ) AS found (number)
    WHERE country_ = ANY (access.my_countries()) AND 'contract' = ANY (access.my_kinds())
    ORDER BY found.number DESC LIMIT max_
$$;
COMMENT ON FUNCTION contract.amendments_of(text, text, text, integer) IS
    'Numbers of the amendments of a contract, of a company''s contracts, or of a member, newest first.';

CREATE FUNCTION contract.number_of(country_ text, contract_ text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = contract, public, pg_temp
AS $$
    SELECT e.number FROM contract.entry e
    WHERE e.country = country_ AND e.reference = contract_ AND country_ = ANY (access.my_countries())
$$;
COMMENT ON FUNCTION contract.number_of(text, text) IS 'What people call a contract.';

CREATE FUNCTION contract.products() RETURNS TABLE (country text, product text, product_name text)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 50
    SET search_path = contract, public, pg_temp
AS $$
    -- From one product to the next by the index: as many steps as there are products.
    WITH RECURSIVE step AS (
        SELECT c.land, (SELECT e.product FROM contract.entry e WHERE e.country = c.land ORDER BY e.product LIMIT 1) AS product
        FROM unnest(access.my_countries()) AS c (land)
        WHERE 'contract' = ANY (access.my_kinds())
        UNION ALL
        SELECT s.land, (SELECT e.product FROM contract.entry e WHERE e.country = s.land AND e.product > s.product
                        ORDER BY e.product LIMIT 1)
        FROM step s WHERE s.product IS NOT NULL)
    SELECT s.land, s.product,
           (SELECT e.product_name FROM contract.entry e WHERE e.country = s.land AND e.product = s.product
            ORDER BY e.holder_words, e.id LIMIT 1)
    FROM step s WHERE s.product IS NOT NULL
    ORDER BY 1, 3, 2
$$;
COMMENT ON FUNCTION contract.products() IS 'The products of the contracts that the signed-in role may see.';

CREATE FUNCTION contract.page(typed text, holders text[], countries text[], products text[], states text[],
                              renewals integer[], fewest integer, most integer, companies boolean, sort_ text,
                              from_sort text, from_id bigint, backwards boolean, max_ integer, day date)
    RETURNS TABLE (country text, reference text, number text, holder text, holder_name text, product text,
                   product_name text, valid_from date, valid_to date, state text, renewal_month integer,
                   employees integer, place text, id bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
    SET search_path = contract, public, pg_temp
    SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    words   text[] := array_remove(string_to_array(directory.fold(typed), ' '), '');
    asked   tsquery;
    key     text := upper(regexp_replace(typed, '[^0-9A-Za-z]', '', 'g'));
    lands   text[];
    wanted  text := '';
    by_     text;
    order_  text;
    source  text;
    arms    text;
BEGIN
    -- What the role may not see does not exist.
    IF NOT 'contract' = ANY (access.my_kinds()) THEN
        RETURN;
    END IF;
    SELECT array_agg(c) INTO lands FROM unnest(access.my_countries()) c
    WHERE page.countries = '{}' OR c = ANY (page.countries);
    IF lands IS NULL THEN
        RETURN;
    END IF;

    -- The statement holds only what is asked, with its values known to the planner: whether a filter leaves few rows or
    -- most decides which index is walked.
    IF words <> '{}' THEN
        asked := (SELECT string_agg(quote_literal(w) || ':*', ' & ') FROM unnest(words) w)::tsquery;
        wanted := ' AND (e.words @@ $2';
        IF key ~ '[0-9]' THEN
            wanted := wanted || ' OR e.number_key LIKE $3';
        END IF;
        wanted := wanted || CASE WHEN holders <> '{}' THEN ' OR e.holder = ANY ($4))' ELSE ')' END;
    END IF;
    IF cardinality(products) = 1 THEN
        wanted := wanted || ' AND e.product = $5[1]';
    ELSIF products <> '{}' THEN
        wanted := wanted || ' AND e.product = ANY ($5)';
    END IF;
    IF cardinality(renewals) = 1 THEN
        wanted := wanted || ' AND e.renewal_month = $6[1]';
    ELSIF renewals <> '{}' THEN
        wanted := wanted || ' AND e.renewal_month = ANY ($6)';
    END IF;
    IF states <> '{}' THEN
        wanted := wanted || ' AND (' || (SELECT string_agg(CASE s
            WHEN 'COMING' THEN 'e.valid_from > $9'
            WHEN 'ENDED' THEN '(e.valid_to < $9)'
            WHEN 'SUSPENDED' THEN '(e.suspended_from <= $9 AND e.valid_from <= $9 AND (e.valid_to IS NULL OR e.valid_to >= $9))'
            ELSE '(e.valid_from <= $9 AND (e.valid_to IS NULL OR e.valid_to >= $9) AND (e.suspended_from IS NULL OR e.suspended_from > $9))'
            END, ' OR ') FROM unnest(states) s) || ')';
    END IF;
    IF fewest IS NOT NULL OR most IS NOT NULL THEN
        wanted := wanted || ' AND e.size BETWEEN $7 AND $8';
    END IF;
    IF companies THEN
        wanted := wanted || ' AND e.holder IS NOT NULL';
    END IF;

    by_ := CASE sort_ WHEN 'NEWEST' THEN 'valid_from' WHEN 'EMPLOYEES' THEN 'size' ELSE 'holder_words' END;
    order_ := CASE WHEN (sort_ = 'HOLDER') = backwards THEN ' DESC' ELSE '' END;
    IF from_sort IS NOT NULL THEN
        wanted := wanted || format(' AND (e.%I, e.id) %s ($10::%s, $11)', by_, CASE order_ WHEN '' THEN '>' ELSE '<' END,
                                   CASE sort_ WHEN 'NEWEST' THEN 'date' WHEN 'EMPLOYEES' THEN 'integer' ELSE 'text' END);
    END IF;
    -- Few contracts are to come or suspended at a time, and they stand anywhere in the order: they are fetched and sorted.
    source := CASE states
        WHEN '{COMING}' THEN '(SELECT f.* FROM contract.entry f WHERE f.country = %1$L AND f.valid_from > $9 OFFSET 0)'
        WHEN '{SUSPENDED}' THEN '(SELECT f.* FROM contract.entry f WHERE f.country = %1$L AND f.suspended_from <= $9 OFFSET 0)'
        ELSE 'contract.entry' END;
    SELECT string_agg(format('(SELECT e.* FROM ' || source || ' AS e WHERE e.country = %1$L%2$s ORDER BY e.%3$I%4$s, e.id%4$s LIMIT $1)',
                             land, wanted, by_, order_), ' UNION ALL ') INTO arms
    FROM unnest(lands) AS l (land);
    RETURN QUERY EXECUTE format('SELECT e.country, e.reference, e.number, e.holder, e.holder_name, e.product, e.product_name, '
        'e.valid_from, e.valid_to, CASE WHEN e.valid_from > $9 THEN ''COMING'' WHEN e.valid_to < $9 THEN ''ENDED'' '
        'WHEN e.suspended_from <= $9 THEN ''SUSPENDED'' ELSE ''RUNNING'' END, e.renewal_month, e.employees, '
        'e.%1$I::text, e.id FROM (%3$s) AS e ORDER BY e.%1$I%2$s, e.id%2$s LIMIT $1', by_, order_, arms)
    USING max_, asked, key || '%', holders, products, renewals, coalesce(fewest, 0), coalesce(most, 2147483647), day,
          from_sort, from_id;
END
$$;
COMMENT ON FUNCTION contract.page(text, text[], text[], text[], text[], integer[], integer, integer, boolean, text, text,
    bigint, boolean, integer, date) IS
    'Contracts in the order HOLDER, NEWEST or EMPLOYEES behind (backwards: before, the nearest first) a row. Words begin words of '
    'the holder''s name, in any order; a text with a digit may also begin the contract''s number, or belong to one of the holders.';

CREATE FUNCTION contract.of_holder(country_ text, holder_ text, max_ integer, day date)
    RETURNS TABLE (country text, reference text, number text, holder text, holder_name text, product text,
                   product_name text, valid_from date, valid_to date, state text, renewal_month integer,
                   employees integer, place text, id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 5
    SET search_path = contract, public, pg_temp
AS $$
    SELECT e.country, e.reference, e.number, e.holder, e.holder_name, e.product, e.product_name, e.valid_from, e.valid_to,
           CASE WHEN e.valid_from > day THEN 'COMING' WHEN e.valid_to < day THEN 'ENDED'
                WHEN e.suspended_from <= day THEN 'SUSPENDED' ELSE 'RUNNING' END,
           e.renewal_month, e.employees, e.valid_from::text, e.id
    FROM contract.entry e
    WHERE e.country = country_ AND e.holder = holder_
      AND country_ = ANY (access.my_countries()) AND 'contract' = ANY (access.my_kinds())
    ORDER BY e.valid_from DESC, e.id DESC LIMIT max_
$$;
COMMENT ON FUNCTION contract.of_holder(text, text, integer, date) IS 'The contracts of a company, newest first.';

-- The functions are for those who may; none is for everybody.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA contract FROM PUBLIC;
GRANT EXECUTE ON FUNCTION contract.begin(bigint, boolean), contract.finish(bigint, text), contract.cancel(bigint, text),
    contract.discard(bigint), contract.cover_changed(bigint), contract.members_of(bigint), contract.begin_batch(text, text, uuid),
    contract.queue_follow_ups(bigint, text, text[], text[], date[], bigint[], text)
    TO care_agent, operations, operations_lead;
GRANT EXECUTE ON FUNCTION contract.is_listed(text, text), contract.missing_documents(bigint),
    contract.amendments_of(text, text, text, integer), contract.number_of(text, text), contract.products(),
    contract.page(text, text[], text[], text[], text[], integer[], integer, integer, boolean, text, text, bigint, boolean,
        integer, date), contract.of_holder(text, text, integer, date)
    TO care_agent, operations, operations_lead, auditor, sales, staff_admin;
