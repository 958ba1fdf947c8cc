-- What members ask for, until it is answered.

GRANT USAGE ON SCHEMA care TO care_agent, operations, operations_lead, auditor;
