-- Who sent the file, as the record of what it changes names them; null in runs of earlier versions.
alter table import_run add column submitter varchar(2000);
