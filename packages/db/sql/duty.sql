-- Duties: what somebody owes by a day. Holders see theirs, the secretariat all, members the published ones that are overdue.
grant select, insert, update (due_at, title_zh, title_en, ended_at, ended_by) on duty to lilink_app;
grant select, insert, update on duty to lilink_worker;
create policy worker on duty to lilink_worker using (true) with check (true);
create policy holders on duty for select to lilink_app using (holder_id = (select app.org()) or (select app.officer()));
create policy overdue on duty for select to lilink_app using (
  published and ended_at is null and due_at < now() and (select app.trades()));
create policy writers on duty for insert to lilink_app with check (
  ended_at is null and (holder_id = (select app.org()) or (select app.officer())));
create policy enders on duty for update to lilink_app using (holder_id = (select app.org()) or (select app.officer()));
