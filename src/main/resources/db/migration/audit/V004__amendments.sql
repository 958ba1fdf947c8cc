-- Row-level security of amendments asks for the country alone, and an amendment is no file that is opened: its trail is
-- read like any other that says nothing about care.

DROP POLICY by_country ON audit.trail;
CREATE POLICY by_country ON audit.trail FOR SELECT TO auditor
    USING ((country IS NULL OR country = ANY ((SELECT access.my_countries())::text[]))
           AND (NOT guarded OR kind = 'amendment' OR audit.has_open(country, kind, reference)));
