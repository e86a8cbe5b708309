-- Batches of recyclers: what went in, what came out, what was lost, and which lots a batch has spent.

create table if not exists recycling_batch (
  id uuid primary key,
  public_id text not null unique,
  org_id uuid not null references organization (id) on delete cascade,
  number text not null check (length(number) between 1 and 60),
  state text not null check (state in ('open', 'closed', 'balanced', 'refused', 'audited')),
  process text not null,
  custody_model text not null,
  province text check (province ~ '^[0-9]{2}$'),
  opened_on date not null,
  closed_on date check (closed_on >= opened_on),
  u_in numeric check (u_in between 0 and 1),
  u_out numeric check (u_out between 0 and 1),
  handling text[] not null default '{}',
  mechanization text,
  short_process boolean,
  harmless_liquor boolean,
  -- Why the last step was taken that asks for it.
  reason text,
  version integer not null default 1,
  updated_at timestamptz(3) not null,
  unique (org_id, number)
);
create index if not exists recycling_batch_state_idx on recycling_batch (state, opened_on desc);

create table if not exists batch_row (
  batch_id uuid not null references recycling_batch (id) on delete cascade,
  at integer not null,
  org_id uuid not null references organization (id) on delete cascade,
  side text not null check (side in ('input', 'product', 'waste')),
  kind text not null,
  name text not null check (length(name) between 1 and 80),
  kg numeric not null check (kg >= 0),
  assay jsonb not null,
  channel text,
  treatment text,
  handler text,
  licence text,
  licence_until date,
  primary key (batch_id, at)
);
create index if not exists batch_row_org_idx on batch_row (org_id);

-- A lot or a battery is spent by one batch, whoever claims it besides: the key says so, not a reading of it.
create table if not exists batch_lot (
  lot text primary key,
  batch_id uuid not null references recycling_batch (id) on delete cascade,
  org_id uuid not null references organization (id) on delete cascade
);
create index if not exists batch_lot_batch_idx on batch_lot (batch_id);

alter table recycling_batch enable row level security, force row level security;
create policy maintenance on recycling_batch to current_user using (true) with check (true);
create policy acted on recycling_batch as restrictive to lilink_app using ((select app.acted()));
alter table batch_row enable row level security, force row level security;
create policy maintenance on batch_row to current_user using (true) with check (true);
create policy acted on batch_row as restrictive to lilink_app using ((select app.acted()));
alter table batch_lot enable row level security, force row level security;
create policy maintenance on batch_lot to current_user using (true) with check (true);
create policy acted on batch_lot as restrictive to lilink_app using ((select app.acted()));

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
