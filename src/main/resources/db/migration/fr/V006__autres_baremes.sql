-- Figures that reimbursements need besides: rates of other care, and tariffs whose first day nobody named hold from 2005 on.
-- Like the figures before them, they are no change of anybody's: the trail says nothing.

SET LOCAL guichet.seeding = 'on';

INSERT INTO parametre (code, debut, fin, unite, valeur, source) VALUES
    ('TAUX_AUXILIAIRES', '2005-01-01', NULL, 'POUR_DIX_MILLE', 6000, 'Code de la sécurité sociale, art. R160-5'),
    ('TAUX_ANALYSES', '2005-01-01', NULL, 'POUR_DIX_MILLE', 6000, 'Code de la sécurité sociale, art. R160-5'),
    ('TAUX_HOPITAL', '2005-01-01', NULL, 'POUR_DIX_MILLE', 8000, 'Code de la sécurité sociale, art. R160-5');

UPDATE bareme SET debut = '2005-01-01'
WHERE debut = '2017-05-01' AND (code IN ('CD', 'DEVIT', 'EXTR', 'EXTR_LAIT', 'COUR') OR secteur = 'NON_OPTAM');

-- Complex consultations cost the same whatever the sector; lenses of class B differ by what a contrat responsable may pay.
INSERT INTO bareme (code, code_officiel, famille, secteur, tarif, debut) VALUES
    ('CCX', 'CCX', 'CONSULTATION', 'NON_OPTAM', 4750, '2024-12-22'),
    ('CCV', 'CCV', 'CONSULTATION', 'NON_OPTAM', 6000, '2024-12-22'),
    ('OPT_LENS_B_COMPLEXE', NULL, 'OPTIQUE', 'TOUS', 5, '2020-01-01'),
    ('OPT_LENS_B_TRES_COMPLEXE', NULL, 'OPTIQUE', 'TOUS', 5, '2020-01-01');

SET LOCAL guichet.seeding = '';
