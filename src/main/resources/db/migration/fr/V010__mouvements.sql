-- A decision that is taken back leaves nothing behind: what it used is given back, and a counter that only it had moved goes.
-- The trail keeps both.

DROP INDEX mouvement_en_cours;
ALTER TABLE mouvement DROP COLUMN rendu;
-- an act uses a counter once
CREATE UNIQUE INDEX mouvement_en_cours ON mouvement (decompte, rang, compteur);
GRANT DELETE ON mouvement, compteur TO operations, operations_lead;
CREATE POLICY inutilise ON compteur AS RESTRICTIVE FOR DELETE USING (utilise = 0);
