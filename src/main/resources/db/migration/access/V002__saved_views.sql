-- What people keep for themselves.

CREATE TABLE access.saved_view (
    staff text  NOT NULL DEFAULT session_user,
    list  text  NOT NULL,
    name  text  NOT NULL,
    query jsonb NOT NULL,
    PRIMARY KEY (staff, list, name),
    CONSTRAINT saved_view_list CHECK (list ~ '^[a-z]+(\.[a-zA-Z]+)+$' AND length(list) <= 100),
    CONSTRAINT saved_view_name CHECK (length(name) BETWEEN 1 AND 60 AND name = btrim(name)),
    CONSTRAINT saved_view_query CHECK (jsonb_typeof(query) = 'object' AND length(query::text) <= 10000)
);
COMMENT ON TABLE  access.saved_view IS 'Filters of lists that people keep by name. Each person sees and writes their own.';
COMMENT ON COLUMN access.saved_view.staff IS 'Whose.';
COMMENT ON COLUMN access.saved_view.list IS 'Of which list: contract.contracts.';
COMMENT ON COLUMN access.saved_view.name IS 'What they call it.';
COMMENT ON COLUMN access.saved_view.query IS 'What the list understands, texts by name.';

ALTER TABLE access.saved_view ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON access.saved_view USING (staff = session_user);
GRANT SELECT, INSERT (list, name, query), UPDATE (query), DELETE ON access.saved_view
    TO care_agent, operations, operations_lead, sales, auditor, staff_admin;
