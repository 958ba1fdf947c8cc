-- Sales prepare quotes for companies: they see what companies have, and nothing of what a person took out alone.

ALTER TABLE poliza ENABLE ROW LEVEL SECURITY;
CREATE POLICY gestion ON poliza TO care_agent, operations, operations_lead, auditor USING (true) WITH CHECK (true);
CREATE POLICY ventas_solo_empresas ON poliza FOR SELECT TO sales
    USING (EXISTS (SELECT FROM tomador t WHERE t.id = poliza.tomador AND t.tipo = 'EMPRESA'));

ALTER TABLE poliza_modalidad ENABLE ROW LEVEL SECURITY;
CREATE POLICY gestion ON poliza_modalidad TO care_agent, operations, operations_lead, auditor USING (true) WITH CHECK (true);
CREATE POLICY ventas_solo_empresas ON poliza_modalidad FOR SELECT TO sales
    USING (EXISTS (SELECT FROM poliza p JOIN tomador t ON t.id = p.tomador
                   WHERE p.id = poliza_modalidad.poliza AND t.tipo = 'EMPRESA'));

ALTER TABLE poliza_suspension ENABLE ROW LEVEL SECURITY;
CREATE POLICY gestion ON poliza_suspension TO care_agent, operations, operations_lead, auditor USING (true) WITH CHECK (true);
CREATE POLICY ventas_solo_empresas ON poliza_suspension FOR SELECT TO sales
    USING (EXISTS (SELECT FROM poliza p JOIN tomador t ON t.id = p.tomador
                   WHERE p.id = poliza_suspension.poliza AND t.tipo = 'EMPRESA'));
