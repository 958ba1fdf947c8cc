-- Sales prepare quotes for companies: they see what companies have, and nothing of what a person took out alone, whose
-- policies would tell who is insured against what. What was charged month by month they need for none of it.

REVOKE SELECT ON premie FROM sales;

ALTER TABLE polis ENABLE ROW LEVEL SECURITY;
CREATE POLICY personeel ON polis TO care_agent, operations, operations_lead, auditor USING (true) WITH CHECK (true);
CREATE POLICY verkoop_enkel_ondernemingen ON polis FOR SELECT TO sales USING (werkgever IS NOT NULL);

ALTER TABLE polis_formule ENABLE ROW LEVEL SECURITY;
CREATE POLICY personeel ON polis_formule TO care_agent, operations, operations_lead, auditor USING (true) WITH CHECK (true);
CREATE POLICY verkoop_enkel_ondernemingen ON polis_formule FOR SELECT TO sales
    USING (EXISTS (SELECT FROM polis p WHERE p.nummer = polis_formule.polis AND p.werkgever IS NOT NULL));
