-- What each kind of amendment writes. A new row of the terms of a contract holds all of them: it is not compared with the
-- one it follows.

SELECT contract.limit_kind('FR', kind, tbl, adds, columns, empty)
FROM (VALUES
    ('enrol', 'personne', true, '{}'::text[], '{}'::text[]),
    ('enrol', 'coordonnees', true, '{}', '{}'),
    ('enrol', 'compte_bancaire', true, '{}', '{}'),
    ('enrol', 'affiliation', true, '{}', '{dispense,portabilite,motif_fin}'),
    ('enrol', 'ayant_droit', true, '{}', '{}'),
    ('enrol', 'choix_option', true, '{produit,option,fin}', '{}'),
    ('terminate', 'affiliation', false, '{fin,motif_fin}', '{portabilite}'),
    ('terminate', 'ayant_droit', false, '{fin}', '{}'),
    ('terminate', 'choix_option', false, '{fin}', '{}'),
    ('memberDates', 'affiliation', false, '{debut,fin,motif_fin}', '{portabilite}'),
    ('dispense', 'affiliation', true, '{fin,motif_fin}', '{portabilite,motif_fin}'),
    ('dispense', 'choix_option', false, '{fin}', '{}'),
    ('portability', 'affiliation', false, '{portabilite,fin,motif_fin}', '{}'),
    ('option', 'choix_option', true, '{produit,option,fin}', '{}'),
    ('formula', 'formule', true, '{produit,option,fin}', '{}'),
    ('formula', 'choix_option', true, '{produit,option,fin}', '{}'),
    ('structure', 'formule', true, '{structure,part_employeur,fin}', '{}'),
    ('dates', 'contrat', false, '{fin}', '{}'),
    ('address', 'coordonnees', true, NULL, '{}'),
    ('bank', 'compte_bancaire', true, NULL, '{}')) AS reach (kind, tbl, adds, columns, empty);
