-- The people whom firms want: everybody reads the sums, and only the worker what they were made from.

-- talent_rollup
grant select on talent_rollup to lilink_app;
grant select, insert on talent_rollup to lilink_worker;
create policy worker on talent_rollup to lilink_worker using (true) with check (true);
create policy everyone on talent_rollup for select to lilink_app using (true);

-- talent_source
grant select, insert on talent_source to lilink_worker;
create policy worker on talent_source to lilink_worker using (true) with check (true);
