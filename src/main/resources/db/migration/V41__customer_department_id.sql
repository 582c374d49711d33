-- Lists of one department in the order of making: equal first, then the order.
create index customer_department_id on customer (department, id);
