create index customer_department_code on customer (department, code);
