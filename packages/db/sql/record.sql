-- Records of every register: who may read which row is a policy of the register's own tables, written from its declaration.
-- This file has what applies to all of them.

-- record_step: the history of a record. Every reader of a record reads the steps that led to a live state.
grant select, insert on record_step to lilink_app, lilink_worker;
create policy worker on record_step to lilink_worker using (true) with check (true);
create policy readers on record_step for select to lilink_app using (
  shown and (level = 'everyone' or level = 'member' and (select app.trades() or app.officer()))
  or (select app.officer()) and (organization_id is null or organization_id <> all ((select app.barred())::uuid[]))
  or organization_id = (select app.org()));
create policy writers on record_step for insert to lilink_app with check (
  taken_by is not distinct from (select app.person()) and ((select app.officer()) or organization_id = (select app.org())));

-- record_import: only its sender reads a file of records, and only as a member of the organization that it was sent for; the
-- import has the rights of that person.
grant select, insert on record_import to lilink_app;
grant update (state) on record_import to lilink_app;
grant select, insert, update on record_import to lilink_worker;
create policy worker on record_import to lilink_worker using (true) with check (true);
create policy own on record_import for select to lilink_app using (requested_by = (select app.person())
  and organization_id = (select app.org()));
create policy own_asks on record_import for insert to lilink_app with check (requested_by = (select app.person())
  and organization_id = (select app.org()) and state = 'waiting');
create policy own_cancels on record_import for update to lilink_app using (requested_by = (select app.person())
  and organization_id = (select app.org()) and state in ('waiting', 'running'))
  with check (requested_by = (select app.person()) and state = 'cancelled');

-- A record begins at its machine's start, by the policy of its table, and changes its state only along a way that its actor may take.
create or replace function app.guard_record() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
declare
  v_machine text := tg_argv[0];
  v_owner boolean;
  v_officer boolean;
  v_decided boolean;
  v_written boolean := new.live_version is distinct from old.live_version;
begin
  if current_user <> 'lilink_app' then return new; end if;
  v_owner := case when tg_argv[1] = 'group' then app.officer() else new.organization_id = app.org() end;
  v_officer := app.officer() and (tg_argv[1] = 'group' or new.organization_id <> all (app.barred()));
  if new.id <> old.id or new.public_id <> old.public_id or new.organization_id is distinct from old.organization_id then
    raise exception 'a record keeps its ids and its owner' using errcode = '42501';
  end if;
  if new.state = old.state then
    if not v_owner then raise exception 'only the owner edits' using errcode = '42501'; end if;
  elsif not exists (select 1 from public.machine_step w
      where w.machine = v_machine and w.from_state = old.state and w.to_state = new.state
        and (w.who = 'owner' and v_owner or w.who = 'officer' and v_officer)) then
    raise exception 'no step leads this actor from % to %', old.state, new.state using errcode = '42501';
  end if;
  v_decided := new.state <> old.state and not exists (select 1 from public.machine_step w
      where w.machine = v_machine and w.from_state = old.state and w.to_state = new.state and w.who = 'owner');
  -- All who had a hand in what is decided, not the last alone: two of them do not decide for one another. What the seats voted, whoever
  -- closes the vote writes down. [RG3] [WL11]
  if v_decided and app.person() = any (old.hands) and not exists (select 1 from public.meeting_vote v
      where coalesce(v.register, 'weakLink') = v_machine and v.weak_link = new.public_id and v.closed_at >= old.state_since
      and v.outcome = case when new.state in ('confirmed', 'adopted', 'decided') then 'carried' when new.state = 'rejected' then 'rejected' end) then
    raise exception 'maker and reviewer are one person' using errcode = '42501';
  end if;
  -- Whoever writes what is live at once has a hand in it until it is decided.
  new.hands := case when v_decided and v_written then '{}' else array(select distinct h
    from unnest(old.hands || new.hands || case when v_written then array[app.person()] else '{}' end) h where h is not null) end;
  new.decided_by := case when not v_owner then app.person() end;
  return new;
end $$;

-- The versions of a record follow its head: what is live, what waits for review, what was live once.
create or replace function app.mark_versions() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  execute format('update public.%I v set status = m.status from (
      select x.record_id, x.version, x.level, case when x.version = h.live_version then ''live''
        when x.version = h.version and s.review then ''review'' when x.version = h.version and s.edit = ''draft'' then ''draft''
        when x.status in (''live'', ''past'') then ''past'' else ''kept'' end as status
      from changed h join public.%1$I x on x.record_id = h.id
        join public.machine_state s on s.machine = $1 and s.state = h.state) m
    where v.record_id = m.record_id and v.version = m.version and v.level = m.level and v.status <> m.status', tg_table_name || '_version')
    using tg_argv[0];
  return null;
end $$;

grant execute on function app.guard_record(), app.mark_versions() to lilink_app, lilink_worker;
