-- The health of the chain: made by the worker from what everybody may read, so that everybody may read it.

-- chain_health
grant select on chain_health to lilink_app;
grant select, insert, delete on chain_health to lilink_worker;
create policy worker on chain_health to lilink_worker using (true) with check (true);
create policy everyone on chain_health for select to lilink_app using (true);

-- chain_health_node
grant select on chain_health_node to lilink_app;
grant select, insert, delete on chain_health_node to lilink_worker;
create policy worker on chain_health_node to lilink_worker using (true) with check (true);
create policy everyone on chain_health_node for select to lilink_app using (true);

-- chain_health_keep: whoever reads the meeting reads what it keeps
grant select, insert on chain_health_keep to lilink_app;
grant select on chain_health_keep to lilink_worker;
create policy worker on chain_health_keep for select to lilink_worker using (true);
create policy seated on chain_health_keep for select to lilink_app using (exists (select 1 from meeting m where m.id = meeting_id));
create policy officer on chain_health_keep for insert to lilink_app
  with check ((select app.officer()) and kept_by = (select app.person()));
