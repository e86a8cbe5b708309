-- Batches of recyclers: what went in, what came out, what was lost, and which lots a batch has spent.

-- recycling_batch: its owner and, once it is closed, an officer who need not stay away
grant select, insert, update on recycling_batch to lilink_app;
grant select on recycling_batch to lilink_worker;
create policy worker on recycling_batch to lilink_worker using (true);
create policy owners on recycling_batch for select to lilink_app using (org_id = (select app.org()));
create policy openers on recycling_batch for insert to lilink_app with check (org_id = (select app.org()) and state = 'open');
create policy keepers on recycling_batch for update to lilink_app using (org_id = (select app.org()) and state in ('open', 'closed'))
  with check (org_id = (select app.org()) and state <> 'audited');
create policy officers on recycling_batch for select to lilink_app
  using ((select app.officer()) and state <> 'open' and org_id <> all ((select app.barred())::uuid[]));
create policy auditors on recycling_batch for update to lilink_app
  using ((select app.officer()) and state in ('balanced', 'refused') and org_id <> all ((select app.barred())::uuid[]))
  with check ((select app.officer()) and state in ('closed', 'audited'));
create trigger state_kept before update of state on recycling_batch for each row when (old.state is distinct from new.state)
  execute function app.keep_state('batch');

-- batch_row: whoever reads the batch
grant select, insert, delete on batch_row to lilink_app;
grant select on batch_row to lilink_worker;
create policy worker on batch_row to lilink_worker using (true);
create policy readers on batch_row for select to lilink_app using (exists (select 1 from recycling_batch b where b.id = batch_id));
create policy writers on batch_row for insert to lilink_app with check (org_id = (select app.org())
  and exists (select 1 from recycling_batch b where b.id = batch_id and b.org_id = (select app.org()) and b.state in ('open', 'closed')));
create policy removers on batch_row for delete to lilink_app using (org_id = (select app.org())
  and exists (select 1 from recycling_batch b where b.id = batch_id and b.state in ('open', 'closed')));

-- batch_lot: its owner alone; others hear that a lot is spent when theirs does not take it
grant select, insert, delete on batch_lot to lilink_app;
grant select on batch_lot to lilink_worker;
create policy worker on batch_lot to lilink_worker using (true);
create policy owners on batch_lot to lilink_app using (org_id = (select app.org())) with check (org_id = (select app.org())
  and exists (select 1 from recycling_batch b where b.id = batch_id and b.org_id = (select app.org())));
create policy officers on batch_lot for select to lilink_app
  using ((select app.officer()) and exists (select 1 from recycling_batch b where b.id = batch_id));

-- How concentrated recycling was in a finished year, by mass of lots and batteries in closed batches. Groups count as one. Nothing is told of fewer
-- than ten groups, or where two of them hold more than four fifths; only whole finished years, so that no two answers can be subtracted.
create or replace function app.batch_concentration(p_year integer, p_today date)
returns table (firms integer, cr5 numeric, hhi numeric) language sql stable security definer set search_path = pg_catalog, public as $$
  with given as (
    select coalesce(p.group_id, b.org_id) as firm, sum(r.kg) as kg
    from public.recycling_batch b
    join public.batch_row r on r.batch_id = b.id and r.side = 'input' and r.kind <> 'reagent'
    left join public.organization_profile p on p.organization_id = b.org_id
    where b.state <> 'open' and extract(year from b.closed_on) = p_year and p_year < extract(year from p_today)
    group by 1
  ), shares as (
    select kg / sum(kg) over () as share, row_number() over (order by kg desc) as place, count(*) over () as n from given where kg > 0
  )
  select case when count(*) < 10 then 0 else count(*)::integer end,
    case when count(*) >= 10 and sum(share) filter (where place <= 2) <= 0.8 then round(sum(share) filter (where place <= 5), 2) end,
    case when count(*) >= 10 and sum(share) filter (where place <= 2) <= 0.8 then round(sum(share * share), 2) end
  from shares
$$;
grant execute on function app.batch_concentration(integer, date) to lilink_app;
