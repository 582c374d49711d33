-- Stop words would hide every pair of letters that contains one, such as any with an "a" or an "i".
set session innodb_ft_enable_stopword = off;
alter table customer add fulltext key customer_name_ngram (name) with parser ngram;
