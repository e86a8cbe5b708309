-- Trade by country, and shocks that officers keep.

-- trade_load: where figures are from is for everybody; officers and the commands of the operator bring files in.
grant select on trade_load to lilink_app, lilink_worker;
grant insert on trade_load to lilink_app, lilink_worker;
grant update (state, rows, skipped, revision, ended_at) on trade_load to lilink_app, lilink_worker;
create policy worker on trade_load to lilink_worker using (true) with check (true);
create policy readers on trade_load for select to lilink_app using (state = 'taken' or (select app.officer()));
create policy keepers on trade_load for insert to lilink_app with check ((select app.officer()) and opened_by = (select app.person()));
create policy ending on trade_load for update to lilink_app using ((select app.officer())) with check ((select app.officer()));

-- trade_flow: what counts today is for everybody, and verbs give sums of it alone; older revisions and files that are not taken yet are for officers.
grant select, insert, delete on trade_flow to lilink_app, lilink_worker;
grant update (current) on trade_flow to lilink_app, lilink_worker;
create policy worker on trade_flow to lilink_worker using (true) with check (true);
create policy readers on trade_flow for select to lilink_app using (current or (select app.officer()));
create policy keepers on trade_flow for insert to lilink_app with check ((select app.officer()));
create policy ending on trade_flow for update to lilink_app using ((select app.officer())) with check ((select app.officer()));
create policy dropping on trade_flow for delete to lilink_app using ((select app.officer()) and not current);

-- trade_month: sums of what counts, for everybody; no statement of a caller writes them
grant select on trade_month to lilink_app, lilink_worker;
create policy worker on trade_month for select to lilink_worker using (true);
create policy everyone on trade_month for select to lilink_app using (true);

-- A file that is taken sums its months anew, whatever release takes it: a month is read as one text, not as its rows.
create or replace function app.sum_trade() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from public.trade_month m using (select distinct f.product, f.period from public.trade_flow f where f.load_id = new.id) c
  where m.reporter = new.reporter and m.product = c.product and m.period = c.period;
  insert into public.trade_month (reporter, product, flow, period, sample, tonnes, lce)
  select new.reporter, s.product, s.flow, s.period, bool_or(s.sample), string_agg('"' || s.partner || '",' || s.tonnes::text, ',' order by s.partner),
    string_agg('"' || s.partner || '",' || s.lce::text, ',' order by s.partner)
  from (select distinct f.product, f.period from public.trade_flow f where f.load_id = new.id) c
    -- Month by month through the index, whatever the planner thinks of rows that it has not counted yet.
    cross join lateral (select t.product, t.flow, t.period, t.partner, bool_or(l.sample) as sample, sum(t.tonnes) as tonnes, sum(t.tonnes * t.factor) as lce
      from public.trade_flow t join public.trade_load l on l.id = t.load_id
      where t.reporter = new.reporter and t.product = c.product and t.period = c.period and t.current group by 1, 2, 3, 4) s
  group by 2, 3, 4;
  return null;
end $$;
create trigger summed after update of state on trade_load for each row when (new.state = 'taken' and old.state <> 'taken') execute function app.sum_trade();

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

-- reserve_stock, reserve_movement: of the secretariat alone; the worker makes the band of them
grant select, insert on reserve_stock to lilink_app;
grant select on reserve_stock to lilink_worker;
create policy worker on reserve_stock for select to lilink_worker using (true);
create policy officers on reserve_stock to lilink_app using ((select app.officer())) with check ((select app.officer()) and opened_by = (select app.person()));
grant select, insert on reserve_movement to lilink_app;
grant select on reserve_movement to lilink_worker;
create policy worker on reserve_movement for select to lilink_worker using (true);
create policy officers on reserve_movement to lilink_app using ((select app.officer()))
  with check ((select app.officer()) and recorded_by = (select app.person()));

-- A stock is never below nothing on any day, whoever enters moves at once.
create or replace function app.keep_reserve() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare least double precision;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.stock_id::text, 18));
  select min(held) into least from (
    select sum(case kind when 'in' then tonnes when 'rotate' then 0 else -tonnes end) over (order by occurred_on, kind <> 'in', recorded_at, id) as held
    from (select kind, tonnes, occurred_on, recorded_at, id from reserve_movement where stock_id = new.stock_id
      union all select new.kind, new.tonnes, new.occurred_on, new.recorded_at, new.id) moves) sums;
  if least < -1e-6 then
    raise exception 'a stock below nothing' using errcode = '23514', constraint = 'reserve_movement_held';
  end if;
  if new.kind = 'rotate' and new.tonnes > coalesce((select sum(case kind when 'in' then tonnes when 'rotate' then 0 else -tonnes end)
      from reserve_movement where stock_id = new.stock_id and occurred_on <= new.occurred_on), 0) + 1e-6 then
    raise exception 'more is rotated than is there' using errcode = '23514', constraint = 'reserve_movement_held';
  end if;
  return new;
end $$;
create trigger held before insert on reserve_movement for each row execute function app.keep_reserve();
create trigger append_only before delete or update on reserve_movement for each row execute function app.refuse_change();

-- reserve_cover: a band a month, for everybody
grant select on reserve_cover to lilink_app;
grant select, insert on reserve_cover to lilink_worker;
create policy worker on reserve_cover to lilink_worker using (true) with check (true);
create policy everyone on reserve_cover for select to lilink_app using (true);
