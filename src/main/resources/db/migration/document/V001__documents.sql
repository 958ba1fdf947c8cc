-- Papers attached to files.

GRANT USAGE ON SCHEMA document TO care_agent, operations, operations_lead, auditor;
