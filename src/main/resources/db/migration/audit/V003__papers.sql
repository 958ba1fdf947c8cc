-- Copies that leave the house, and files that learn of what happened beside them.

CREATE FUNCTION audit.tell(country_ text, kind_ text, reference_ text) RETURNS void
    LANGUAGE sql
    SET search_path = audit, public, pg_temp
AS $$
    SELECT pg_notify('guichet', jsonb_build_object('country', country_, 'kind', kind_, 'reference', reference_,
        'version', 0, 'origin', coalesce(current_setting('guichet.origin', true), ''))::text)
    WHERE coalesce(current_setting('guichet.seeding', true), '') <> 'on'
$$;
COMMENT ON FUNCTION audit.tell(text, text, text) IS
    'Notifies channel guichet that something happened that this file shows, while its own rows stayed as they are. For the '
    'owner: called by triggers.';

CREATE FUNCTION audit.has_revealed(country_ text, kind_ text, reference_ text, field_ text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path = audit, public, pg_temp
AS $$
    -- A record of this very transaction is not older than the transaction, and does not count: who reads and rolls back
    -- would leave none.
    SELECT EXISTS (SELECT FROM audit.opening o
                   WHERE o.country = country_ AND o.kind = kind_ AND o.reference = reference_
                     AND o.at < transaction_timestamp() AND o.at > statement_timestamp() - interval '1 minute'
                     AND o.staff = session_user AND o.what = 'reveal' AND o.field = field_)
$$;
COMMENT ON FUNCTION audit.has_revealed(text, text, text, text) IS
    'Whether the signed-in role had it recorded, within the last minute and for good, that it reads this part of the file.';

REVOKE ALL ON FUNCTION audit.tell(text, text, text), audit.has_revealed(text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.has_revealed(text, text, text, text)
    TO care_agent, operations, operations_lead, auditor;
