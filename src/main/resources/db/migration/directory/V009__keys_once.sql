-- In bulk the keys of a member are spelled once: as filter, as value and as national number they were spelled three times,
-- and a third of what writing a member's entry costs went there.

CREATE OR REPLACE FUNCTION directory.write_entries(entries directory.published_entry[]) RETURNS void
    LANGUAGE sql
    SET search_path = directory, public, pg_temp
AS $$
    INSERT INTO directory.entry (country, kind, reference, label, detail, names, birth_date, keys)
    SELECT e.country, e.kind, e.reference, coalesce(e.label, ''), coalesce(e.detail, ''),
           -- Names of plain words need no more than this; all others take the long way.
           CASE WHEN e.folded = '' THEN '  '
                WHEN e.folded COLLATE "C" ~ '[^a-z ]|  |^ | $' THEN ' ' || directory.fold_names(e.names) || ' '
                ELSE ' ' || e.folded || ' ' END,
           e.birth_date,
           CASE WHEN cardinality(e.keys) = 1 AND e.keys[1].what <> 'phone' AND e.keys[1].value <> '' AND e.kind <> 'member'
                     AND directory.compact_key(e.keys[1].what, e.keys[1].value) <> ''
                THEN ARRAY[e.keys[1].what || ':' || directory.compact_key(e.keys[1].what, e.keys[1].value)]
                ELSE ARRAY(
                    SELECT DISTINCT spelled
                    -- OFFSET 0 keeps PostgreSQL from putting the expression into each place that uses its value.
                    FROM (SELECT p.what, directory.compact_key(p.what, p.value) AS key
                          FROM unnest(e.keys || CASE WHEN e.kind = 'member'
                                                THEN ROW('member', e.reference)::directory.published_key END) p
                          WHERE p.value <> '' OFFSET 0) s,
                         unnest(CASE s.what
                             WHEN 'phone' THEN ARRAY['phone:' || nullif(s.key, ''),
                                                     'phone_national:' || nullif(directory.national_number(s.key), '')]
                             ELSE ARRAY[s.what || ':' || nullif(s.key, '')] END) AS spelled
                    WHERE spelled IS NOT NULL
                    ORDER BY 1) END
    FROM (SELECT t.country, t.kind, t.reference, t.label, t.detail, t.names, t.birth_date, t.keys,
                 lower(public.unaccent('public.unaccent', coalesce(t.names, ''))) AS folded
          FROM unnest(entries) t OFFSET 0) e
$$;
