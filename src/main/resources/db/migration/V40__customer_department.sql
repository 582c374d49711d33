-- The department that is responsible for the customer; null while nobody is. Compared as written, so
-- in binary.
alter table customer add column department varchar(100) collate utf8mb4_bin;
