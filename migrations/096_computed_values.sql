-- §2.1 A value that was computed of a source (model V-7): what the source said, and which state of it, so that it is seen when that changes.

alter table goals.indicator_value
  -- what the source said; the value itself may be another, and then its note says why
  add column computed_value numeric,
  -- the state of the source: which accounts, which month's staff figures, which population
  add column computed_of text check (length(computed_of) between 1 and 200),
  -- what it was divided by, where whoever reports wrote that
  add column computed_number numeric check (computed_number > 0),
  add check ((computed_value is null) = (computed_of is null));
