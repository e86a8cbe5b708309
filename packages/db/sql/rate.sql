-- Rates of recovery of a finished year, from events of batteries and from batches, and sales from which retirement is forecast.

grant select on battery_sales to lilink_worker;
create policy worker on battery_sales to lilink_worker using (true);

-- battery_sales: published figures, for everybody; officers bring them in
grant select, insert, update, delete on battery_sales to lilink_app;
create policy readers on battery_sales for select to lilink_app using (true);
create policy keepers on battery_sales to lilink_app using ((select app.officer())) with check ((select app.officer()));

-- What each body contributed to each rate in a finished year. Groups count as one body. An event that was corrected does not count.
-- Where the batteries stand on another server, the worker brings what bodies told there: `p_told`.
create or replace function app.rate_parts(p_year integer, p_told jsonb)
returns table (rate text, body uuid, part numeric, whole numeric)
language sql stable security definer set search_path = pg_catalog, public as $$
  with told as (
    select * from trace.rate_parts(p_year) union all
    select * from jsonb_to_recordset(p_told) as t (rate text, org_id uuid, part numeric, whole numeric) where app.kind() = 'job'
  ), batches as (
    select b.org_id, r.side, r.kg, r.assay from public.recycling_batch b join public.batch_row r on r.batch_id = b.id
    where b.state in ('balanced', 'audited') and extract(year from b.closed_on) = p_year
  ), parts as (
    select t.rate, t.org_id as org, t.part, t.whole from told t
    union all select x.element, b.org_id, case when b.side = 'product' then b.kg * (b.assay ->> x.element)::numeric else 0 end,
      case when b.side = 'input' then b.kg * (b.assay ->> x.element)::numeric else 0 end
    from batches b cross join (values ('Li'), ('Ni'), ('Co'), ('Mn')) x (element) where b.assay ? x.element
  )
  select p.rate, coalesce(o.group_id, p.org), sum(p.part), sum(p.whole) from parts p
  left join public.organization_profile o on o.organization_id = p.org group by 1, 2
$$;

-- The rates of a finished year. Nothing is told of fewer than ten bodies, or where two of them hold more than four fifths of the denominator;
-- only whole finished years, rounded to thousandths, so that little can be subtracted.
create or replace function app.recovery_rates(p_year integer, p_today date, p_told jsonb default null)
returns table (rate text, bodies integer, value numeric)
language sql stable security definer set search_path = pg_catalog, public as $$
  with given as (
    select r.*, row_number() over (partition by r.rate order by r.whole desc) as place from app.rate_parts(p_year, p_told) r
    where p_year < extract(year from p_today) and r.whole > 0
  )
  select g.rate, case when t.told then count(*)::integer else 0 end, case when t.told then round(sum(g.part) / sum(g.whole), 3) end
  from given g join (
    select x.rate, count(*) >= 10 and sum(x.whole) filter (where x.place <= 2) <= 0.8 * sum(x.whole) as told from given x group by 1
  ) t using (rate) group by g.rate, t.told
$$;

grant execute on function app.recovery_rates(integer, date, jsonb) to lilink_app, lilink_worker;
