-- A file holds thousands of statements: what is written of them one by one is written here for some hundred at once, by functions that
-- ask first, for all of them together, what row-level security asks for each. The result is the same in every table, row for row.

-- What only these functions may say: that sums were made for all statements together. Set by whoever else, it says nothing: within
-- them the rows are written by the owner.
CREATE FUNCTION sommen_gemaakt() RETURNS boolean
    LANGUAGE sql STABLE
    RETURN current_setting('guichet.sommen_gemaakt', true) = 'on' AND pg_has_role(current_user, 'guichet_owner', 'MEMBER');
COMMENT ON FUNCTION sommen_gemaakt() IS 'Whether whoever writes makes the sums of statements out of their lines, for all of them at once';

DROP TRIGGER afrekening_telt ON afrekening;
DROP TRIGGER factuurlijn_telt ON factuurlijn;
CREATE CONSTRAINT TRIGGER afrekening_telt AFTER INSERT OR UPDATE OF lijnen, gevraagd, mutualiteit, andere, terugbetaald, eigen_deel
    ON afrekening DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN ((current_setting('guichet.seeding', true) IS DISTINCT FROM 'on' OR NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER'))
          AND sommen_gemaakt() IS NOT TRUE)
    EXECUTE FUNCTION afrekening_telt();
CREATE CONSTRAINT TRIGGER factuurlijn_telt AFTER INSERT OR UPDATE OR DELETE
    ON factuurlijn DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN ((current_setting('guichet.seeding', true) IS DISTINCT FROM 'on' OR NOT pg_has_role(session_user, 'guichet_owner', 'MEMBER'))
          AND sommen_gemaakt() IS NOT TRUE)
    EXECUTE FUNCTION afrekening_telt();

-- The trail of care is written by statement; its rows are the same.
DROP TRIGGER track ON afrekening;
DROP TRIGGER track ON factuurlijn;
CREATE TRIGGER track_nieuw AFTER INSERT ON afrekening REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'ogm', 'ogm');
CREATE TRIGGER track_wijziging AFTER UPDATE ON afrekening REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'ogm', 'ogm');
CREATE TRIGGER track_weg AFTER DELETE ON afrekening REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'ogm', 'ogm');
CREATE TRIGGER track_nieuw AFTER INSERT ON factuurlijn REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'ogm', 'ogm,rang');
CREATE TRIGGER track_wijziging AFTER UPDATE ON factuurlijn REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'ogm', 'ogm,rang');
CREATE TRIGGER track_weg AFTER DELETE ON factuurlijn REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit.track_rows('claim', 'ogm', 'ogm,rang');

CREATE FUNCTION eis_open(personen text[]) RETURNS void
    LANGUAGE plpgsql SET search_path = be, public, pg_temp
AS $$
BEGIN
    IF NOT reimbursement.may_decide('BE') OR NOT directory.are_open('BE', 'member', personen) THEN
        RAISE EXCEPTION 'the files of these members are not open' USING ERRCODE = 'insufficient_privilege';
    END IF;
END
$$;
COMMENT ON FUNCTION eis_open(text[]) IS
    'Refuses whoever decides no claims of Belgium, or has not the files of all these people open: what row-level security asks row by row';

-- Reading ---------------------------------------------------------------------------------------------------------

CREATE FUNCTION bekende_oorsprongen(gezocht text[]) RETURNS TABLE (oorsprong text, ogm text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
    SELECT f.oorsprong, f.ogm FROM afrekening f WHERE f.oorsprong = ANY (gezocht) AND 'BE' = ANY (access.my_countries())
$$;
COMMENT ON FUNCTION bekende_oorsprongen(text[]) IS 'The statements that came from there already; numbers only, no health data';

CREATE FUNCTION zelfde_zorg(nummers text[]) RETURNS TABLE (ogm text, rang integer, andere text, ontvangen date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
    SELECT k.ogm, l.rang::integer, o.ogm, o.ontvangen
    FROM unnest(nummers) WITH ORDINALITY AS n (ogm, plaats)
    JOIN afrekening k ON k.ogm = n.ogm
    JOIN factuurlijn l ON l.ogm = k.ogm
    CROSS JOIN LATERAL (
        SELECT f.ogm, f.ontvangen
        FROM afrekening f JOIN factuurlijn x ON x.ogm = f.ogm
        WHERE f.verzekerde = k.verzekerde AND f.eerste_zorg <= l.van AND f.laatste_zorg >= l.van AND f.toestand <> 'GEWEIGERD'
          AND f.ogm <> k.ogm AND x.code = l.code AND x.van = l.van AND x.gevraagd = l.gevraagd
          AND NOT EXISTS (SELECT FROM unnest(nummers) WITH ORDINALITY AS later (ogm, plaats) WHERE later.ogm = f.ogm AND later.plaats > n.plaats)
        ORDER BY f.ontvangen DESC, f.ogm DESC LIMIT 1) o
    WHERE reimbursement.may_decide('BE')
    ORDER BY n.plaats, l.rang
$$;
COMMENT ON FUNCTION zelfde_zorg(text[]) IS
    'Another statement of the same person with the same act, day and amount, for each line of these statements that has one; refused ones aside, and of '
    'these the later ones. Numbers and days, nothing of the care';

-- Writing ---------------------------------------------------------------------------------------------------------

CREATE FUNCTION ontvang(personen text[], polissen text[], formules text[], soorten text[], opnamen text[], rond_opnamen text[], rubrieken text[],
        ontvangen_ date[], facturen text[], oorsprongen text[], plaatsen integer[], rangen integer[], codes text[], inamis text[], van_ date[],
        tot_ date[], aantallen integer[], basis_ bigint[], mutualiteit_ bigint[], supplementen bigint[], kamers bigint[], gevraagd_ bigint[],
        andere_ bigint[], gegeven_ boolean[]) RETURNS text[]
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
AS $$
DECLARE
    nummers text[];
BEGIN
    PERFORM eis_open(ARRAY(SELECT DISTINCT p FROM unnest(personen) p));
    SELECT array_agg(n.ogm ORDER BY n.plaats) INTO nummers
    FROM (SELECT nieuwe_ogm() AS ogm, g.plaats FROM generate_series(1, cardinality(personen)) AS g (plaats)) n;
    PERFORM set_config('guichet.sommen_gemaakt', 'on', true);
    INSERT INTO afrekening (ogm, verzekerde, polis, formule, soort, opname, rond_opname, rubriek, eerste_zorg, laatste_zorg, ontvangen, toestand,
                            factuurnummer, lijnen, gevraagd, mutualiteit, andere, eigen_deel, oorsprong)
    SELECT nummers[u.plaats], u.persoon, u.polis, u.formule, u.soort, u.opname, u.rond, u.rubriek, s.eerste, s.laatste, u.ontvangen, 'ONTVANGEN',
           u.factuur, s.lijnen, s.gevraagd, s.mutualiteit, s.andere, s.gevraagd - s.mutualiteit - s.andere, u.oorsprong
    FROM unnest(personen, polissen, formules, soorten, opnamen, rond_opnamen, rubrieken, ontvangen_, facturen, oorsprongen) WITH ORDINALITY
         AS u (persoon, polis, formule, soort, opname, rond, rubriek, ontvangen, factuur, oorsprong, plaats)
    JOIN (SELECT l.plaats, min(l.van) AS eerste, max(l.tot) AS laatste, count(*) AS lijnen, sum(l.gevraagd) / 100 AS gevraagd,
                 sum(l.mutualiteit) / 100 AS mutualiteit, sum(l.andere) / 100 AS andere
          FROM unnest(plaatsen, van_, tot_, gevraagd_, mutualiteit_, andere_) AS l (plaats, van, tot, gevraagd, mutualiteit, andere)
          GROUP BY l.plaats) s ON s.plaats = u.plaats
    ORDER BY u.plaats;
    INSERT INTO factuurlijn (ogm, rang, code, zorgverlener, inami, van, tot, aantal, basis, mutualiteit, remgeld, ereloonsupplement,
                             kamersupplement, gevraagd, andere, eigen_deel, gegeven, verbruikt)
    SELECT nummers[l.plaats], l.rang, l.code, (SELECT z.inami FROM zorgverlener z WHERE left(z.inami, 8) = left(l.inami, 8)), l.inami, l.van, l.tot,
           l.aantal, l.basis / 100.0, l.mutualiteit / 100.0, (l.basis - l.mutualiteit) / 100.0, l.supplement / 100.0, l.kamer / 100.0,
           l.gevraagd / 100.0, l.andere / 100.0, (l.gevraagd - l.mutualiteit - l.andere) / 100.0, l.gegeven, 0
    FROM unnest(plaatsen, rangen, codes, inamis, van_, tot_, aantallen, basis_, mutualiteit_, supplementen, kamers, gevraagd_, andere_, gegeven_)
         WITH ORDINALITY AS l (plaats, rang, code, inami, van, tot, aantal, basis, mutualiteit, supplement, kamer, gevraagd, andere, gegeven, nr)
    ORDER BY l.nr;
    PERFORM set_config('guichet.sommen_gemaakt', '', true);
    RETURN nummers;
END
$$;
COMMENT ON FUNCTION ontvang(text[], text[], text[], text[], text[], text[], text[], date[], text[], text[], integer[], integer[], text[], text[], date[],
        date[], integer[], bigint[], bigint[], bigint[], bigint[], bigint[], bigint[], boolean[]) IS
    'Writes statements, undecided, with their lines (plaatsen: the statement of a line, from 1; amounts in cents), and returns their numbers in order. '
    'The files of their people are open';

CREATE FUNCTION beslis(wachtend text[], nummers text[], polissen text[], formules text[], franchises bigint[], plaatsen integer[], rangen integer[],
        basis_ bigint[], mutualiteit_ bigint[], supplementen bigint[], terug_ bigint[], eigen_ bigint[], verbruikt_ bigint[], stappen_ text[],
        lijnpolissen text[], lijnformules text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = be, public, pg_temp
    -- line after line as they are given: the ceilings follow them in that order
    SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
DECLARE
    geschreven bigint;
    wachten    bigint;
BEGIN
    PERFORM eis_open(ARRAY(SELECT DISTINCT f.verzekerde FROM afrekening f WHERE f.ogm = ANY (nummers || wachtend)));
    PERFORM set_config('guichet.sommen_gemaakt', 'on', true);
    UPDATE afrekening f SET version = f.version + 1, polis = u.polis, formule = u.formule
    FROM unnest(nummers, polissen, formules) AS u (ogm, polis, formule)
    WHERE f.ogm = u.ogm AND (f.polis, f.formule) <> (u.polis, u.formule);
    UPDATE factuurlijn l
    SET version = l.version + 1, basis = u.basis / 100.0, mutualiteit = u.mutualiteit / 100.0, remgeld = (u.basis - u.mutualiteit) / 100.0,
        ereloonsupplement = u.supplement / 100.0, terugbetaald = u.terug / 100.0, eigen_deel = u.eigen / 100.0, verbruikt = u.verbruikt / 100.0,
        stappen = u.stappen::jsonb, polis = u.polis, formule = u.formule
    FROM unnest(plaatsen, rangen, basis_, mutualiteit_, supplementen, terug_, eigen_, verbruikt_, stappen_, lijnpolissen, lijnformules)
         AS u (plaats, rang, basis, mutualiteit, supplement, terug, eigen, verbruikt, stappen, polis, formule)
    WHERE l.ogm = nummers[u.plaats] AND l.rang = u.rang;
    GET DIAGNOSTICS geschreven = ROW_COUNT;
    IF geschreven <> cardinality(plaatsen)
       OR geschreven <> (SELECT coalesce(sum(f.lijnen), 0) FROM afrekening f WHERE f.ogm = ANY (nummers)) THEN
        RAISE EXCEPTION 'a decision has as many lines as its statement' USING ERRCODE = 'check_violation';
    END IF;
    UPDATE afrekening f
    SET version = f.version + 1, toestand = 'BEREKEND', mutualiteit = s.mutualiteit, terugbetaald = s.terug, eigen_deel = s.eigen,
        franchise = u.franchise / 100.0
    FROM unnest(nummers, franchises) WITH ORDINALITY AS u (ogm, franchise, plaats)
    JOIN (SELECT l.plaats, sum(l.mutualiteit) / 100 AS mutualiteit, sum(l.terug) / 100 AS terug, sum(l.eigen) / 100 AS eigen
          FROM unnest(plaatsen, mutualiteit_, terug_, eigen_) AS l (plaats, mutualiteit, terug, eigen) GROUP BY l.plaats) s USING (plaats)
    WHERE f.ogm = u.ogm AND f.toestand IN ('ONTVANGEN', 'IN_BEHANDELING');
    GET DIAGNOSTICS geschreven = ROW_COUNT;
    UPDATE afrekening f SET version = f.version + 1, toestand = 'IN_BEHANDELING'
    WHERE f.ogm = ANY (wachtend) AND f.toestand IN ('ONTVANGEN', 'IN_BEHANDELING');
    GET DIAGNOSTICS wachten = ROW_COUNT;
    IF geschreven <> cardinality(nummers) OR wachten <> cardinality(wachtend) THEN
        RAISE EXCEPTION 'a statement is decided already' USING ERRCODE = 'check_violation';
    END IF;
    PERFORM set_config('guichet.sommen_gemaakt', '', true);
END
$$;
COMMENT ON FUNCTION beslis(text[], text[], text[], text[], bigint[], integer[], integer[], bigint[], bigint[], bigint[], bigint[], bigint[], bigint[],
        text[], text[], text[]) IS
    'Writes amounts, steps and covers of all lines of statements (plaatsen: the statement of a line, from 1; amounts in cents), that these are decided, '
    'and that others (wachtend) wait. The files of their people are open';

REVOKE ALL ON FUNCTION sommen_gemaakt(), eis_open(text[]), bekende_oorsprongen(text[]), zelfde_zorg(text[]),
    ontvang(text[], text[], text[], text[], text[], text[], text[], date[], text[], text[], integer[], integer[], text[], text[], date[], date[],
            integer[], bigint[], bigint[], bigint[], bigint[], bigint[], bigint[], boolean[]),
    beslis(text[], text[], text[], text[], bigint[], integer[], integer[], bigint[], bigint[], bigint[], bigint[], bigint[], bigint[], text[], text[],
           text[]) FROM PUBLIC;
-- the first is asked by the triggers of the tables, as who writes
GRANT EXECUTE ON FUNCTION sommen_gemaakt(), bekende_oorsprongen(text[]), zelfde_zorg(text[]),
    ontvang(text[], text[], text[], text[], text[], text[], text[], date[], text[], text[], integer[], integer[], text[], text[], date[], date[],
            integer[], bigint[], bigint[], bigint[], bigint[], bigint[], bigint[], boolean[]),
    beslis(text[], text[], text[], text[], bigint[], integer[], integer[], bigint[], bigint[], bigint[], bigint[], bigint[], bigint[], text[], text[],
           text[])
    TO operations, operations_lead;
