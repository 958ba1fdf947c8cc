-- A stay is left after its first statement came in: whoever enters the next one says when.

GRANT UPDATE (tot, version) ON opname TO operations, operations_lead;
