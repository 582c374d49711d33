-- An erased customer has no code: the number on their letters names them.
alter table customer modify code char(12);
