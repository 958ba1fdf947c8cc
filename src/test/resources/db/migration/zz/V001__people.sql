-- Zedland does not exist. Its people prove that a country is added by files of its own and nothing else.

CREATE TABLE guild (
    code    text PRIMARY KEY CHECK (code ~ '^G[0-9]{6}$'),
    name    text NOT NULL,
    version bigint NOT NULL DEFAULT 1
);
COMMENT ON TABLE guild IS 'Who insures its people';
COMMENT ON COLUMN guild.code IS 'Key';
COMMENT ON COLUMN guild.name IS 'Name';
COMMENT ON COLUMN guild.version IS 'Raised by each save';

CREATE TABLE pact (
    code    text PRIMARY KEY CHECK (code ~ '^T[0-9]{6}$'),
    guild   text NOT NULL REFERENCES guild DEFERRABLE,
    version bigint NOT NULL DEFAULT 1
);
COMMENT ON TABLE pact IS 'A contract';
COMMENT ON COLUMN pact.code IS 'Key';
COMMENT ON COLUMN pact.guild IS 'Who pays';
COMMENT ON COLUMN pact.version IS 'Raised by each save';

CREATE TABLE person (
    code    text PRIMARY KEY CHECK (code ~ '^Z[0-9]{8}$'),
    number  text UNIQUE CHECK (number ~ '^[0-9]{9}$'),
    name    text NOT NULL CHECK (name = btrim(name) AND name <> ''),
    born    date NOT NULL CHECK (born <= current_date),
    pact    text NOT NULL REFERENCES pact DEFERRABLE,
    version bigint NOT NULL DEFAULT 1
);
CREATE INDEX person_pact ON person (pact);
COMMENT ON TABLE person IS 'A member';
COMMENT ON COLUMN person.code IS 'Key';
COMMENT ON COLUMN person.number IS 'National number';
COMMENT ON COLUMN person.name IS 'The one name that people have here';
COMMENT ON COLUMN person.born IS 'Birth date';
COMMENT ON COLUMN person.pact IS 'The contract';
COMMENT ON COLUMN person.version IS 'Raised by each save of any part of the file';

CREATE TABLE reach (
    person  text PRIMARY KEY REFERENCES person DEFERRABLE,
    phone   text CHECK (phone ~ '^\+[1-9][0-9]{5,14}$'),
    email   text CHECK (email = lower(email)),
    version bigint NOT NULL DEFAULT 1
);
COMMENT ON TABLE reach IS 'How a member is reached';
COMMENT ON COLUMN reach.person IS 'The member';
COMMENT ON COLUMN reach.phone IS 'Phone, E.164';
COMMENT ON COLUMN reach.email IS 'E-mail address';
COMMENT ON COLUMN reach.version IS 'Version of the file that wrote this row last';

CREATE TABLE humour (
    person  text PRIMARY KEY REFERENCES person DEFERRABLE,
    prevailing text CHECK (prevailing IN ('BLOOD', 'PHLEGM', 'CHOLER', 'MELANCHOLY')),
    leeched boolean NOT NULL DEFAULT false,
    version bigint NOT NULL DEFAULT 1
);
COMMENT ON TABLE humour IS 'Health data, as medicine goes here: readable while the file is open';
COMMENT ON COLUMN humour.person IS 'The member';
COMMENT ON COLUMN humour.prevailing IS 'Which of the four prevails';
COMMENT ON COLUMN humour.leeched IS 'Treated already';
COMMENT ON COLUMN humour.version IS 'Version of the file that wrote this row last';

CREATE TABLE bill (
    code    text PRIMARY KEY CHECK (code ~ '^B[0-9]{8}$'),
    person  text NOT NULL REFERENCES person DEFERRABLE,
    came    date NOT NULL,
    version bigint NOT NULL DEFAULT 1
);
CREATE INDEX bill_person ON bill (person);
COMMENT ON TABLE bill IS 'A claim. Health data: readable while it or its member is open';
COMMENT ON COLUMN bill.code IS 'Key';
COMMENT ON COLUMN bill.person IS 'The member';
COMMENT ON COLUMN bill.came IS 'Day it came in';
COMMENT ON COLUMN bill.version IS 'Raised by each save';

GRANT USAGE ON SCHEMA zz TO country_zz;
GRANT SELECT ON person, reach, humour, guild, pact, bill TO care_agent, operations, operations_lead, auditor;
GRANT INSERT ON reach, humour TO care_agent, operations, operations_lead;
-- All but the keys: a row stays with its person, and a person on the pact
GRANT UPDATE (number, name, born, version) ON person TO care_agent, operations, operations_lead;
GRANT UPDATE (phone, email, version) ON reach TO care_agent, operations, operations_lead;
GRANT UPDATE (prevailing, leeched, version) ON humour TO care_agent, operations, operations_lead;
GRANT SELECT ON guild, pact TO sales;
ALTER TABLE humour ENABLE ROW LEVEL SECURITY;
CREATE POLICY open_file ON humour USING (directory.has_open('ZZ', 'member', person));
ALTER TABLE bill ENABLE ROW LEVEL SECURITY;
CREATE POLICY open_file ON bill USING (directory.has_open('ZZ', 'claim', code) OR directory.has_open('ZZ', 'member', person));

CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON person FOR EACH ROW EXECUTE FUNCTION audit.track('member', 'code');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON reach FOR EACH ROW EXECUTE FUNCTION audit.track('member', 'person');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON humour FOR EACH ROW EXECUTE FUNCTION audit.track('member', 'person');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON guild FOR EACH ROW EXECUTE FUNCTION audit.track('company', 'code');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON pact FOR EACH ROW EXECUTE FUNCTION audit.track('contract', 'code');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON bill FOR EACH ROW EXECUTE FUNCTION audit.track('claim', 'code');
CREATE TRIGGER raise_version BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON reach FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER raise_version BEFORE UPDATE ON humour FOR EACH ROW EXECUTE FUNCTION audit.raise_version();

CREATE FUNCTION publish_people(codes text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = zz, public, pg_temp
AS $$
    SELECT directory.publish(array_agg(ROW('ZZ', 'member', p.code, p.name, p.pact, p.name, p.born,
            ARRAY[ROW('national_id', p.number)::directory.published_key, ROW('phone', r.phone)::directory.published_key,
                  ROW('email', r.email)::directory.published_key, ROW('contract', p.pact)::directory.published_key,
                  ROW('company', t.guild)::directory.published_key]
            || ARRAY(SELECT ROW('claim', b.code)::directory.published_key FROM bill b WHERE b.person = p.code)
            )::directory.published_entry))
    FROM person p
    JOIN pact t ON t.code = p.pact
    LEFT JOIN reach r ON r.person = p.code
    WHERE p.code = ANY (codes)
    HAVING count(*) > 0
$$;
COMMENT ON FUNCTION publish_people(text[]) IS 'Hands these members to the search index';

CREATE FUNCTION publish_person() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = zz, public, pg_temp
AS $$
BEGIN
    PERFORM publish_people((SELECT array_agg(code) FROM changed));
    RETURN NULL;
END
$$;
CREATE TRIGGER publish_insert AFTER INSERT ON person REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION publish_person();
CREATE TRIGGER publish_update AFTER UPDATE ON person REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION publish_person();

CREATE FUNCTION publish_reach() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = zz, public, pg_temp
AS $$
BEGIN
    PERFORM publish_people((SELECT array_agg(person) FROM changed));
    RETURN NULL;
END
$$;
CREATE TRIGGER publish_insert AFTER INSERT ON reach REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION publish_reach();
CREATE TRIGGER publish_update AFTER UPDATE ON reach REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION publish_reach();

CREATE FUNCTION publish_coded() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = zz, public, pg_temp
AS $$
BEGIN
    PERFORM directory.publish(array_agg(ROW('ZZ', TG_ARGV[0], c.code, c.code, '', '', NULL,
            ARRAY[ROW(TG_ARGV[0], c.code)::directory.published_key])::directory.published_entry))
    FROM changed c;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION publish_coded() IS 'Publishes rows that are found by their code alone; its argument is the kind of file';
CREATE TRIGGER publish_insert AFTER INSERT ON guild REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION publish_coded('company');
CREATE TRIGGER publish_insert AFTER INSERT ON pact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION publish_coded('contract');
CREATE TRIGGER publish_insert AFTER INSERT ON bill REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION publish_coded('claim');

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA zz FROM PUBLIC;
