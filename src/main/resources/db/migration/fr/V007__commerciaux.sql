-- Sales prepare quotes for companies: they see what companies have, and nothing of what a self-employed person took out.

ALTER TABLE contrat ENABLE ROW LEVEL SECURITY;
CREATE POLICY gestion ON contrat TO care_agent, operations, operations_lead, auditor USING (true) WITH CHECK (true);
CREATE POLICY commerciaux_entreprises ON contrat FOR SELECT TO sales USING (genre = 'COLLECTIF');

ALTER TABLE formule ENABLE ROW LEVEL SECURITY;
CREATE POLICY gestion ON formule TO care_agent, operations, operations_lead, auditor USING (true) WITH CHECK (true);
CREATE POLICY commerciaux_entreprises ON formule FOR SELECT TO sales
    USING (EXISTS (SELECT FROM contrat c WHERE c.numero = formule.contrat AND c.genre = 'COLLECTIF'));
