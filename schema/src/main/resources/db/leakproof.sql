-- Comparing amounts tells nothing but its result. PostgreSQL does not say so of numbers of any length, and a policy on rows would
-- therefore keep a list that is sorted by an amount from seeking in its index (docs/adr/0078). Run by a superuser, in each database;
-- may run again and again. Without it lists far down are slower, and nothing else.
alter function numeric_eq(numeric, numeric) leakproof;
alter function numeric_ne(numeric, numeric) leakproof;
alter function numeric_lt(numeric, numeric) leakproof;
alter function numeric_le(numeric, numeric) leakproof;
alter function numeric_gt(numeric, numeric) leakproof;
alter function numeric_ge(numeric, numeric) leakproof;
