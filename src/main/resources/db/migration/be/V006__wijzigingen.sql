-- What each kind of amendment writes. Address and account are saved as in the member file, with all that stands there.

SELECT contract.limit_kind('BE', kind, tbl, adds, columns, '{}')
FROM (VALUES
    ('enrol', 'verzekerde', true, '{}'::text[]),
    ('enrol', 'contactgegevens', true, '{}'),
    ('enrol', 'bankrekening', true, '{}'),
    ('enrol', 'aansluiting', true, '{}'),
    ('terminate', 'aansluiting', false, '{einde,einde_reden}'),
    ('memberDates', 'aansluiting', false, '{begin,einde,einde_reden,ononderbroken_sinds,wachttijd_tot}'),
    ('continuation', 'aansluiting', true, '{einde,einde_reden}'),
    ('continuation', 'polis', true, '{}'),
    ('continuation', 'polis_formule', true, '{}'),
    ('option', 'polis_formule', true, '{formule,werkgeversaandeel,einde}'),
    ('dates', 'polis', false, '{einde}'),
    ('address', 'contactgegevens', true, NULL),
    ('address', 'bankrekening', true, NULL),
    ('bank', 'contactgegevens', true, NULL),
    ('bank', 'bankrekening', true, NULL)) AS reach (kind, tbl, adds, columns);
