-- What is left in batteries: tests, places at laboratories, courses of capacity, sales; and the lots that holders want to hand on.

grant select on residual_test, test_booking, health_series, battery_sale, retired_lot to lilink_worker;
create policy worker on residual_test to lilink_worker using (true);
create policy worker on test_booking to lilink_worker using (true);
create policy worker on health_series to lilink_worker using (true);
create policy worker on battery_sale to lilink_worker using (true);
create policy worker on retired_lot to lilink_worker using (true);

-- residual_test: who made it and for whom
grant select, insert on residual_test to lilink_app;
create policy sides on residual_test for select to lilink_app using ((select app.org()) in (org_id, holder_id));
create policy testers on residual_test for insert to lilink_app with check (org_id = (select app.org()));

-- test_booking: both sides; it is made by app.book_test alone
grant select, update (state) on test_booking to lilink_app;
create policy sides on test_booking for select to lilink_app using ((select app.org()) in (org_id, laboratory_org));
create policy answers on test_booking for update to lilink_app using ((select app.org()) = laboratory_org and state = 'asked')
  with check ((select app.org()) = laboratory_org and state in ('confirmed', 'declined'));
create policy withdraws on test_booking for update to lilink_app using ((select app.org()) = org_id and state in ('asked', 'confirmed'))
  with check ((select app.org()) = org_id and state = 'withdrawn');
create trigger state_kept before update of state on test_booking for each row when (old.state is distinct from new.state)
  execute function app.keep_state('booking');

-- health_series: its owner alone
grant select, insert, update on health_series to lilink_app;
create policy owners on health_series to lilink_app using (org_id = (select app.org())) with check (org_id = (select app.org()));

-- battery_sale: both sides
grant select, insert, update (state) on battery_sale to lilink_app;
create policy sides on battery_sale for select to lilink_app using ((select app.org()) in (org_id, buyer_id));
create policy sellers on battery_sale for insert to lilink_app with check (org_id = (select app.org()) and state = 'told');
create policy buyers on battery_sale for update to lilink_app using (buyer_id = (select app.org()) and state = 'told')
  with check (buyer_id = (select app.org()) and state in ('confirmed', 'disputed'));
create trigger state_kept before update of state on battery_sale for each row when (old.state is distinct from new.state)
  execute function app.keep_state('sale');

-- retired_lot: its holder, and officers who need not stay away; no taker sees what was offered to others
grant select, insert, update on retired_lot to lilink_app;
create policy owners on retired_lot to lilink_app using (org_id = (select app.org())) with check (org_id = (select app.org()));
create policy officers on retired_lot for select to lilink_app
  using ((select app.officer()) and state = 'offered' and org_id <> all ((select app.barred())::uuid[]));
create trigger state_kept before update of state on retired_lot for each row when (old.state is distinct from new.state)
  execute function app.keep_state('lot');

-- What the reports behind tests of some batteries say, for whoever stands on a side of the battery and for offices; not who made them.
create or replace function app.test_reports(p_codes text[])
returns table (event_hash text, method text, denominator text, capacity_share numeric, resistance numeric, accredited boolean)
language sql volatile security definer set search_path = pg_catalog, public, trace as $$
  select r.event_hash, r.method, r.denominator, r.capacity_share, r.resistance, r.accredited from public.residual_test r
  where r.code = any (p_codes) and r.event_hash is not null and (trace.oversees() or trace.is_side(r.code) or trace.is_of_province(r.code)
    or r.code = any (trace.seen()))
$$;
grant execute on function app.test_reports(text[]) to lilink_app;

-- How many places a laboratory still has in some weeks: a count, without whose.
create or replace function app.places_left(p_laboratory uuid, p_weeks date[])
returns table (week date, taken integer) language sql stable security definer set search_path = pg_catalog, public as $$
  select w, (select count(*)::integer from public.test_booking b where b.laboratory = p_laboratory and b.week = w and b.state in ('asked', 'confirmed'))
  from unnest(p_weeks) w where app.verified()
$$;

-- Books a place where one is left. Weeks of one laboratory are booked one after the other. True when it is booked.
create or replace function app.book_test(p_id uuid, p_public_id text, p_laboratory uuid, p_code text, p_week date, p_now timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_slots integer; v_org uuid;
begin
  if not app.verified() or app.org() is null then raise exception 'not verified' using errcode = '42501'; end if;
  perform pg_advisory_xact_lock(hashtextextended(p_laboratory::text || p_week::text, 0));
  select v.slots, h.organization_id into v_slots, v_org from public.laboratory h join public.laboratory_version v
    on v.record_id = h.id and v.version = h.live_version and v.level = 'everyone' where h.id = p_laboratory;
  if v_slots is null then return false; end if;
  if (select count(*) from public.test_booking b where b.laboratory = p_laboratory and b.week = p_week and b.state in ('asked', 'confirmed'))
    >= v_slots then return false; end if;
  insert into public.test_booking (id, public_id, laboratory, laboratory_org, org_id, code, week, state, created_at)
    values (p_id, p_public_id, p_laboratory, v_org, app.org(), p_code, p_week, 'asked', p_now)
    on conflict (laboratory, week, org_id, code) do update set state = 'asked' where test_booking.state in ('declined', 'withdrawn');
  return found;
end $$;

-- The middle half of confirmed prices (CNY for a kWh that is left) of finished quarters, by chemistry: told once ten bodies stand behind it.
create or replace function app.price_band(p_today date)
returns table (chemistry text, bodies integer, sales integer, low numeric, middle numeric, high numeric)
language sql stable security definer set search_path = pg_catalog, public as $$
  with sold as (
    select s.* from public.battery_sale s where s.state = 'confirmed' and s.sold_on < date_trunc('quarter', p_today)
      and s.sold_on >= date_trunc('quarter', p_today) - interval '2 years'
  ), stood as (
    select s.chemistry, count(distinct coalesce(p.group_id, b)) as bodies from sold s cross join lateral unnest(array[s.org_id, s.buyer_id]) b
    left join public.organization_profile p on p.organization_id = b group by 1
  )
  select s.chemistry, case when t.bodies >= 10 then t.bodies::integer else 0 end, case when t.bodies >= 10 then count(*)::integer else 0 end,
    case when t.bodies >= 10 then round(percentile_cont(0.25) within group (order by s.price)::numeric, 0) end,
    case when t.bodies >= 10 then round(percentile_cont(0.5) within group (order by s.price)::numeric, 0) end,
    case when t.bodies >= 10 then round(percentile_cont(0.75) within group (order by s.price)::numeric, 0) end
  from sold s join stood t using (chemistry) where app.verified() group by s.chemistry, t.bodies
$$;

grant execute on function
  app.places_left(uuid, date[]),
  app.book_test(uuid, text, uuid, text, date, timestamptz),
  app.price_band(date)
to lilink_app;
