-- Triggers on rows do not see a table being emptied at once: what only grows or never changes can't be emptied either,
-- not even by the tables' owner (model R-5, T-7).

create trigger never_emptied before truncate on platform.change_log
  for each statement execute function platform.refuse_change();
create trigger never_emptied before truncate on decisions.matter
  for each statement execute function platform.refuse_change();
create trigger never_emptied before truncate on decisions.version
  for each statement execute function platform.refuse_change();
create trigger never_emptied before truncate on decisions.decision
  for each statement execute function platform.refuse_change();
create trigger never_emptied before truncate on decisions.chain_head
  for each statement execute function platform.refuse_change();
create trigger never_emptied before truncate on ledger.voucher_row
  for each statement execute function platform.refuse_change();
