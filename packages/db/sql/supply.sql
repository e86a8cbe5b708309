-- Trade by country, and shocks that officers keep.

-- trade_load: where figures are from is for everybody; officers and the commands of the operator bring files in.
grant select on trade_load to lilink_app, lilink_worker;
grant insert on trade_load to lilink_app, lilink_worker;
grant update (state, rows, skipped, revision, ended_at) on trade_load to lilink_app, lilink_worker;
create policy worker on trade_load to lilink_worker using (true) with check (true);
create policy readers on trade_load for select to lilink_app using (state = 'taken' or (select app.officer()));
create policy keepers on trade_load for insert to lilink_app with check ((select app.officer()) and opened_by = (select app.person()));
create policy ending on trade_load for update to lilink_app using ((select app.officer())) with check ((select app.officer()));

-- trade_flow: country figures of files that were taken are for everybody, row by row only for officers (the licence of a file may say so).
grant select, insert, delete on trade_flow to lilink_app, lilink_worker;
grant update (current) on trade_flow to lilink_app, lilink_worker;
create policy worker on trade_flow to lilink_worker using (true) with check (true);
create policy readers on trade_flow for select to lilink_app using (current or (select app.officer()));
create policy keepers on trade_flow for insert to lilink_app with check ((select app.officer()));
create policy ending on trade_flow for update to lilink_app using ((select app.officer())) with check ((select app.officer()));
create policy dropping on trade_flow for delete to lilink_app using ((select app.officer()) and not current);

-- stress_scenario: of the secretariat alone
grant select, insert, delete on stress_scenario to lilink_app;
grant select on stress_scenario to lilink_worker;
create policy worker on stress_scenario for select to lilink_worker using (true);
create policy officers on stress_scenario to lilink_app using ((select app.officer())) with check ((select app.officer()) and kept_by = (select app.person()));

-- supply_ceiling
grant select, insert on supply_ceiling to lilink_app;
grant select on supply_ceiling to lilink_worker;
create policy worker on supply_ceiling for select to lilink_worker using (true);
create policy everyone on supply_ceiling for select to lilink_app using (true);
create policy officer on supply_ceiling for insert to lilink_app with check ((select app.officer()) and decided_by = (select app.person()));
