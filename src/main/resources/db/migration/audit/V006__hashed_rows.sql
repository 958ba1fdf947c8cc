-- Rows before and after a statement are matched by hashing them, also within functions that ask the planner for something else: a thousand
-- rows of JSON compared with each other are a million comparisons.

ALTER FUNCTION audit.track_rows() SET enable_hashjoin = on;
