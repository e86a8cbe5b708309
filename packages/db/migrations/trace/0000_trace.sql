-- Batteries: what is filed of them and what happened to them. The battery code stands first in every key, and nothing here refers to a table of
-- organizations: these tables can live on a server of their own (docs/adr/0033-trace.md). The actor comes by literal set local.
create schema trace;
grant usage on schema trace to lilink_app, lilink_worker;

create function trace.org() returns uuid language sql stable as
  $$ select nullif(current_setting('trace.org', true), '')::uuid $$;
-- An officer without a second body: reads every battery.
create function trace.oversees() returns boolean language sql stable as
  $$ select coalesce(current_setting('trace.oversees', true), '') = '1' $$;
create function trace.acted() returns boolean language sql stable as
  $$ select coalesce(current_setting('trace.kind', true), '') <> '' $$;

create table trace.battery_unit (
  code text not null check (code ~ '^([A-Z0-9]{19}|[A-Z0-9]{24})$'),
  level text not null check (level in ('P', 'M', 'C')),
  battery_type text not null,
  maker_id uuid not null,
  made_on date not null,
  parent_code text check (parent_code <> code),
  printed text,
  ah numeric check (ah > 0),
  kwh numeric check (kwh > 0),
  kg numeric check (kg > 0),
  recorded_at timestamptz(3) not null,
  recorded_by uuid,
  primary key (code)
) partition by hash (code);

-- An event is listed under each battery that it names; storage_hash is that of its content with its correction.
create table trace.custody_event (
  code text not null check (length(code) between 19 and 24),
  storage_hash bytea not null check (length(storage_hash) = 32),
  verb text not null,
  role text not null check (role in ('self', 'origin', 'child')),
  occurred_on date not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid,
  by_id uuid not null,
  to_id uuid check (to_id <> by_id),
  province text check (province ~ '^[0-9]{2}$'),
  facts jsonb not null,
  corrects bytea,
  primary key (code, storage_hash)
) partition by hash (code);

-- The fold of a battery's events as it was last made: it can be made again from them at any time.
create table trace.battery_state (
  code text not null,
  state text not null,
  flags text[] not null,
  folded_at timestamptz(3) not null,
  primary key (code)
) partition by hash (code);

-- Who may do what, when: a public list, the same on every server. `to_on` is the first day on which it no longer holds.
create table trace.licence (
  org_id uuid not null,
  kind text not null check (kind in ('collect', 'cascade', 'dismantle', 'recycle')),
  from_on date not null,
  to_on date check (to_on > from_on),
  tonnes_a_year numeric check (tonnes_a_year > 0),
  primary key (org_id, kind, from_on)
);

do $$ declare t text; begin
  foreach t in array array['battery_unit', 'custody_event', 'battery_state'] loop
    for i in 0..15 loop
      execute format('create table trace.%I partition of trace.%I for values with (modulus 16, remainder %s)', t || '_' || i, t, i);
      execute format('alter table trace.%I enable row level security, force row level security', t || '_' || i);
    end loop;
  end loop;
  foreach t in array array['battery_unit', 'custody_event', 'battery_state', 'licence'] loop
    execute format('alter table trace.%I enable row level security, force row level security', t);
    execute format('create policy maintenance on trace.%I to current_user using (true) with check (true)', t);
    execute format('create policy worker on trace.%I to lilink_worker using (true) with check (true)', t);
    execute format('create policy acted on trace.%I as restrictive to lilink_app using (trace.acted())', t);
    execute format('grant select, insert on trace.%I to lilink_app, lilink_worker', t);
  end loop;
end $$;
grant update on trace.battery_state to lilink_app, lilink_worker;

-- Whether the actor stands on a side of anything that happened to a battery, or made it.
create function trace.is_side(p_code text) returns boolean language sql stable security definer set search_path = pg_catalog, trace as $$
  select exists (select 1 from trace.custody_event e where e.code = p_code and trace.org() in (e.by_id, e.to_id))
    or exists (select 1 from trace.battery_unit u where u.code = p_code and u.maker_id = trace.org())
$$;

create policy readers on trace.battery_unit for select to lilink_app using (trace.oversees() or maker_id = trace.org() or trace.is_side(code));
create policy writers on trace.battery_unit for insert to lilink_app with check (maker_id = trace.org());
create policy readers on trace.custody_event for select to lilink_app using (trace.oversees() or by_id = trace.org() or to_id = trace.org());
create policy writers on trace.custody_event for insert to lilink_app with check (by_id = trace.org());
create policy readers on trace.battery_state for select to lilink_app using (trace.oversees() or trace.is_side(code));
create policy writers on trace.battery_state for insert to lilink_app with check (trace.is_side(code));
create policy changers on trace.battery_state for update to lilink_app using (trace.is_side(code)) with check (trace.is_side(code));
create policy readers on trace.licence for select to lilink_app using (true);
create policy writers on trace.licence for insert to lilink_app with check (trace.oversees());

-- A body as the actor may know it: itself and, for officers, everybody by id; others by a name that lasts for one transaction.
create function trace.mask(p_org uuid) returns text language sql volatile security definer set search_path = pg_catalog, trace as $$
  select case when p_org is null then null when trace.oversees() or p_org = trace.org() then p_org::text
    else 'x' || left(encode(sha256(convert_to(p_org::text || pg_current_xact_id()::text, 'UTF8')), 'hex'), 20) end
$$;

-- All events of some batteries, for judging one more of them: what and when, without who. Sides see their own names.
create function trace.lives_of(p_codes text[])
returns table (code text, hash text, verb text, role text, occurred_on text, recorded_at timestamptz, by_mask text, to_mask text,
  is_own boolean, province text, facts jsonb, corrects text)
language sql volatile security definer set search_path = pg_catalog, trace as $$
  select e.code, encode(e.storage_hash, 'hex'), e.verb, e.role, e.occurred_on::text, e.recorded_at, trace.mask(e.by_id), trace.mask(e.to_id),
    coalesce(trace.org() in (e.by_id, e.to_id), false), e.province, e.facts, encode(e.corrects, 'hex')
  from trace.custody_event e where trace.acted() and e.code = any (p_codes) order by e.recorded_at, e.storage_hash
$$;

-- Which codes somebody has filed, and not who.
create function trace.taken(p_codes jsonb) returns setof text language sql stable security definer set search_path = pg_catalog, trace as $$
  select u.code from trace.battery_unit u where trace.acted() and u.code in (select jsonb_array_elements_text(p_codes))
$$;

-- The licences of whoever stands on a side of these batteries, and of the bodies that a new event names.
create function trace.licences_of(p_codes text[], p_orgs uuid[])
returns table (mask text, kind text, from_on text, to_on text)
language sql volatile security definer set search_path = pg_catalog, trace as $$
  select distinct trace.mask(l.org_id), l.kind, l.from_on::text, l.to_on::text from trace.licence l
  where trace.acted() and (l.org_id = any (p_orgs)
    or l.org_id in (select unnest(array[e.by_id, e.to_id]) from trace.custody_event e where e.code = any (p_codes)))
$$;

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'trace'::regnamespace loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to lilink_app, lilink_worker', f);
  end loop;
end $$;
