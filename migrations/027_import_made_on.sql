-- §2.5 The day that a file of accounts was made (#GEN), where it says so: an older one in a newer one's place is told (model U-7).

alter table ledger.import add column made_on date;
