-- §2.4 What awaits a decision is read by all, as it stood on each day (docs/decisions/027).

-- When a version was laid forward is read with it: told by matter, so that a proposal lets go of what is kept of its own matter alone
-- (migration 029).
select platform.tells('decisions.proposal', 'matter_id');
