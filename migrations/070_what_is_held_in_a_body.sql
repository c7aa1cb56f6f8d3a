-- A body's page asks for what is held in it, among all that is held in the municipality.
create index holding_by_body on organisation.holding (municipality_id, body_id);
