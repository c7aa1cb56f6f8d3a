-- A goal's id is the body's own: two bodies may use the same, and their values are kept apart (model V-7).

alter table goals.indicator_value drop constraint indicator_value_pkey;
alter table goals.indicator_value
  add primary key (municipality_id, body_id, goal_id, indicator_id, measured_on);
