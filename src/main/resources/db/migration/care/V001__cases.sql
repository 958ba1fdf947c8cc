-- What members ask for, until it is answered. A case belongs to a member; what is written in it may say what care somebody
-- had, so it is there only while the member's file or the case itself is open.

GRANT USAGE ON SCHEMA care TO care_agent, operations, operations_lead, auditor;

CREATE TABLE care.member_case (
    number    bigint      GENERATED ALWAYS AS IDENTITY (START WITH 5000001) CONSTRAINT member_case_pkey PRIMARY KEY,
    country   text        NOT NULL CONSTRAINT member_case_country CHECK (country ~ '^[A-Z]{2}$'),
    member    text        NOT NULL CONSTRAINT member_case_member CHECK (member <> ''),
    topic     text        NOT NULL CONSTRAINT member_case_topic CHECK (topic ~ '^[a-zA-Z]{1,40}$'),
    channel   text        NOT NULL CONSTRAINT member_case_channel CHECK (channel IN ('PHONE', 'MAIL', 'LETTER', 'CHAT', 'COUNTER')),
    title     text        NOT NULL CONSTRAINT member_case_title CHECK (length(title) <= 200 AND title ~ '\S'),
    state     text        NOT NULL DEFAULT 'OPEN' CONSTRAINT member_case_state CHECK (state IN ('OPEN', 'WAITING', 'CLOSED')),
    assignee  text        NOT NULL DEFAULT session_user,
    opened_by text        NOT NULL DEFAULT session_user,
    opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    closed_by text,
    closed_at timestamptz,
    version   bigint      NOT NULL DEFAULT 1 CONSTRAINT member_case_version CHECK (version > 0),
    CONSTRAINT member_case_closed CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL) AND num_nulls(closed_by, closed_at) IN (0, 2)),
    CONSTRAINT member_case_order CHECK (closed_at >= opened_at)
);
COMMENT ON TABLE  care.member_case IS 'What a member asks for.';
COMMENT ON COLUMN care.member_case.number IS 'What people call it.';
COMMENT ON COLUMN care.member_case.country IS 'Country of the member, two upper-case letters.';
COMMENT ON COLUMN care.member_case.member IS 'The country''s key of the member.';
COMMENT ON COLUMN care.member_case.topic IS 'Code of what it is about.';
COMMENT ON COLUMN care.member_case.channel IS 'How the member came.';
COMMENT ON COLUMN care.member_case.title IS 'What it is about, in a line.';
COMMENT ON COLUMN care.member_case.state IS 'OPEN: we must act. WAITING: for the member or somebody else. CLOSED: answered.';
COMMENT ON COLUMN care.member_case.assignee IS 'Who works on it.';
COMMENT ON COLUMN care.member_case.opened_by IS 'Who opened it.';
COMMENT ON COLUMN care.member_case.opened_at IS 'When.';
COMMENT ON COLUMN care.member_case.closed_by IS 'Who closed it; empty while it is not closed.';
COMMENT ON COLUMN care.member_case.closed_at IS 'When.';
COMMENT ON COLUMN care.member_case.version IS 'Raised by each change.';

CREATE INDEX member_case_of_member ON care.member_case (country, member, number DESC);

CREATE TABLE care.note (
    id         bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT note_pkey PRIMARY KEY,
    country    text        NOT NULL,
    number     bigint      NOT NULL CONSTRAINT note_number REFERENCES care.member_case,
    text       text        NOT NULL CONSTRAINT note_text CHECK (length(text) <= 10000 AND text ~ '\S'),
    answer     boolean     NOT NULL DEFAULT false,
    written_by text        NOT NULL DEFAULT session_user,
    written_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE  care.note IS 'What was said and done in a case, in its order. Never changed.';
COMMENT ON COLUMN care.note.id IS 'Order of writing.';
COMMENT ON COLUMN care.note.country IS 'As in the case.';
COMMENT ON COLUMN care.note.number IS 'The case.';
COMMENT ON COLUMN care.note.text IS 'What was written.';
COMMENT ON COLUMN care.note.answer IS 'The case was closed with it.';
COMMENT ON COLUMN care.note.written_by IS 'Who.';
COMMENT ON COLUMN care.note.written_at IS 'When.';

CREATE INDEX note_of_case ON care.note (number, id);

CREATE FUNCTION care.stamp() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = care, public, pg_temp
AS $$
BEGIN
    IF NEW.state = 'CLOSED' AND OLD.state <> 'CLOSED' THEN
        NEW.closed_by := session_user;
        NEW.closed_at := clock_timestamp();
    ELSIF NEW.state <> 'CLOSED' THEN
        NEW.closed_by := NULL;
        NEW.closed_at := NULL;
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION care.stamp() IS 'Keeps who closed a case and when.';

CREATE FUNCTION care.publish() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = care, public, pg_temp
AS $$
BEGIN
    -- Who searches has not opened anything: neither title nor topic may be seen there.
    PERFORM directory.publish(array_agg(ROW(c.country, 'case', c.number::text, c.number::text,
        coalesce(directory.label(c.country, 'member', c.member), ''), '', NULL,
        ARRAY[ROW('case', c.number::text)::directory.published_key])::directory.published_entry))
    FROM changed c;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION care.publish() IS 'Hands cases to the search: found by their number, shown with the name of the member.';

CREATE FUNCTION care.tell_member() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = care, public, pg_temp
AS $$
BEGIN
    PERFORM audit.tell(NEW.country, 'member', NEW.member);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION care.tell_member() IS 'Lets open files of the member learn that one of its cases is new or changed.';

CREATE TRIGGER stamp BEFORE UPDATE ON care.member_case FOR EACH ROW EXECUTE FUNCTION care.stamp();
CREATE TRIGGER version BEFORE UPDATE ON care.member_case FOR EACH ROW EXECUTE FUNCTION audit.raise_version();
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON care.member_case
    FOR EACH ROW EXECUTE FUNCTION audit.track('case', 'number', 'country');
CREATE TRIGGER track AFTER INSERT OR UPDATE OR DELETE ON care.note
    FOR EACH ROW EXECUTE FUNCTION audit.track('case', 'number', 'country');
CREATE TRIGGER tell_member AFTER INSERT OR UPDATE ON care.member_case FOR EACH ROW EXECUTE FUNCTION care.tell_member();
CREATE TRIGGER publish_insert AFTER INSERT ON care.member_case REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION care.publish();
CREATE TRIGGER publish_update AFTER UPDATE ON care.member_case REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION care.publish();

REVOKE ALL ON FUNCTION care.stamp(), care.publish(), care.tell_member() FROM PUBLIC;

-- Rights ----------------------------------------------------------------------------------------------------------

ALTER TABLE care.member_case ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_right ON care.member_case FOR SELECT TO care_agent, operations, operations_lead, auditor
    USING (country = ANY ((SELECT access.my_countries())::text[])
           AND (directory.has_open(country, 'member', member) OR directory.has_open(country, 'case', number::text)));
-- A case is opened from the member's file.
CREATE POLICY open_case ON care.member_case FOR INSERT TO care_agent, operations, operations_lead
    WITH CHECK (country = ANY ((SELECT access.my_countries())::text[]) AND directory.has_open(country, 'member', member));
CREATE POLICY move_case ON care.member_case FOR UPDATE TO care_agent, operations, operations_lead
    USING (country = ANY ((SELECT access.my_countries())::text[])
           AND (directory.has_open(country, 'member', member) OR directory.has_open(country, 'case', number::text)));
GRANT SELECT ON care.member_case TO care_agent, operations, operations_lead, auditor;
GRANT INSERT (country, member, topic, channel, title), UPDATE (state, assignee, version) ON care.member_case
    TO care_agent, operations, operations_lead;

ALTER TABLE care.note ENABLE ROW LEVEL SECURITY;
CREATE POLICY as_its_case ON care.note FOR SELECT TO care_agent, operations, operations_lead, auditor
    USING (EXISTS (SELECT FROM care.member_case c WHERE c.number = note.number));
CREATE POLICY in_its_case ON care.note FOR INSERT TO care_agent, operations, operations_lead
    WITH CHECK (EXISTS (SELECT FROM care.member_case c WHERE c.number = note.number AND c.country = note.country));
GRANT SELECT ON care.note TO care_agent, operations, operations_lead, auditor;
GRANT INSERT (country, number, text, answer) ON care.note TO care_agent, operations, operations_lead;
