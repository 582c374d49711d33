CREATE SCHEMA kexin;
CREATE USER root@'127.0.0.1' IDENTIFIED BY '@root@';
GRANT ALL ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;
CREATE USER kexin_migration@'%' IDENTIFIED BY '@migration@';
GRANT ALL ON kexin.* TO kexin_migration@'%' WITH GRANT OPTION;
GRANT ALL ON `kexin\_%`.* TO kexin_migration@'%' WITH GRANT OPTION;
CREATE USER kexin_app@'%' IDENTIFIED BY '@app@';
CREATE USER kexin_analysis@'%' IDENTIFIED BY '@analysis@';
ALTER USER root@localhost IDENTIFIED BY '@root@';
