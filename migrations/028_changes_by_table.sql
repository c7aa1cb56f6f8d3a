-- T-7, U-10 A decided document is read as things were when it was decided: the changes of a table since a moment are taken back.

create index change_log_by_table on platform.change_log (municipality_id, table_name, at);
