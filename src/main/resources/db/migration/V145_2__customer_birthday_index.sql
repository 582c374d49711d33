-- Whose birthday it is, in the order of ids: a job goes through them without sorting.
alter table customer add key customer_birthday (birthday, id);
