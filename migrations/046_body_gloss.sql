-- What a body is called for those who read English, beside its Swedish name: "Bildningsnämnden (Education Committee)". Optional.
alter table organisation.body add column name_en text;
