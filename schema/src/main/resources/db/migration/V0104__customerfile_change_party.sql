-- customerfile: what an import changed of a party may not be undone once somebody else changed the party.

alter table customerfile_change add column party_version integer;
comment on column customerfile_change.party_version is 'Version of the party after the import; the party has another one if something changed it since';
