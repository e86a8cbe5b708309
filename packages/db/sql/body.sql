-- Two records of one body, and facts about bodies: merges that can be undone, statements with their evidence, and what a body contests.

-- body_merge: officers who need not stay away from either; the body that stays reads what was merged into it
grant select on body_merge to lilink_app;
create policy officers on body_merge for select to lilink_app
  using ((select app.officer()) and not array[merged_id, into_id] && (select app.barred())::uuid[]);
create policy own on body_merge for select to lilink_app using (into_id = (select app.org()));

-- body_merge_move: read and written by the functions below alone

-- merge_request: officers who need not stay away from either, and the two bodies
grant select, insert, update (ending, ended_at) on merge_request to lilink_app;
create policy officers on merge_request for select to lilink_app
  using ((select app.officer()) and not array[merged_id, into_id] && (select app.barred())::uuid[]);
create policy bodies on merge_request for select to lilink_app using ((select app.org()) in (merged_id, into_id));
create policy officer_asks on merge_request for insert to lilink_app
  with check ((select app.officer()) and asked_by = (select app.person()) and ending is null and not array[merged_id, into_id] && (select app.barred())::uuid[]
    and not app.belongs(merged_id) and not app.belongs(into_id));
create policy officer_ends on merge_request for update to lilink_app
  using ((select app.officer()) and ending is null and not array[merged_id, into_id] && (select app.barred())::uuid[])
  with check ((select app.officer()) and ending in ('dropped', 'lapsed'));

-- merge_consent: whoever reads the request; an administrator of each body signs for its own, while the request stands
grant select, insert, update (signed_by, signed_at, taken_back_at) on merge_consent to lilink_app;
create policy readers on merge_consent for select to lilink_app using (exists (select 1 from merge_request q where q.id = request_id));
create policy signs on merge_consent for insert to lilink_app
  with check (organization_id = (select app.org()) and (select app.is_admin()) and signed_by = (select app.person()) and exists (select 1 from merge_request q
    where q.id = request_id and q.ending is null and organization_id in (q.merged_id, q.into_id) and signed_at <= q.due_at));
create policy signs_anew on merge_consent for update to lilink_app
  using (organization_id = (select app.org()) and (select app.is_admin())
    and exists (select 1 from merge_request q where q.id = request_id and q.ending is null))
  with check (organization_id = (select app.org()) and (select app.is_admin()));

-- body_apart
grant select, insert on body_apart to lilink_app;
create policy officers on body_apart for select to lilink_app
  using ((select app.officer()) and not array[first_id, second_id] && (select app.barred())::uuid[]);
create policy officer_says on body_apart for insert to lilink_app
  with check ((select app.officer()) and said_by = (select app.person()) and not array[first_id, second_id] && (select app.barred())::uuid[]);

-- body_fact: the body itself and officers, with the evidence
grant select, insert on body_fact to lilink_app;
create policy readers on body_fact for select to lilink_app
  using (organization_id = (select app.org()) or (select app.officer()) and organization_id <> all ((select app.barred())::uuid[]));
create policy officer_says on body_fact for insert to lilink_app
  with check ((select app.officer()) and recorded_by = (select app.person()) and not app.belongs(organization_id)
    and organization_id <> all ((select app.barred())::uuid[]));

-- fact_contest: the body that it is about, and officers
grant select, insert on fact_contest to lilink_app;
grant update (state, evidence, answered_by, answered_at) on fact_contest to lilink_app;
grant select on fact_contest to lilink_worker;
create policy worker on fact_contest for select to lilink_worker using (true);
create policy readers on fact_contest for select to lilink_app
  using (organization_id = (select app.org()) or (select app.officer()) and organization_id <> all ((select app.barred())::uuid[]));
create policy files on fact_contest for insert to lilink_app
  with check (organization_id = (select app.org()) and (select app.is_admin()) and state = 'open');
create policy withdraws on fact_contest for update to lilink_app
  using (organization_id = (select app.org()) and (select app.is_admin()) and state = 'open')
  with check (organization_id = (select app.org()) and state = 'withdrawn' and evidence is null);
create policy answers on fact_contest for update to lilink_app
  using ((select app.officer()) and organization_id <> all ((select app.barred())::uuid[]) and not app.belongs(organization_id) and state = 'open')
  with check ((select app.officer()) and state in ('upheld', 'refused') and length(evidence) >= 10 and answered_by = (select app.person()));
create trigger state_kept before update of state on fact_contest for each row when (old.state is distinct from new.state)
  execute function app.keep_state('fact_contest');
create trigger owed after insert or update of state on fact_contest for each row execute function app.note_duty();

-- What is said of a body beside its own record, without the evidence: for whoever reads the directory.
create or replace function app.body_statements(p_org uuid)
returns table (fact text, value text, basis text, said_on text, recorded_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select f.fact, f.value, f.basis, f.said_on, f.recorded_at from public.body_fact f where f.organization_id = p_org order by f.recorded_at, f.id
$$;

-- Puts what holds by the order of sources into the record of the directory. The verb has weighed the sources.
create or replace function app.settle_fact(p_org uuid, p_fact text, p_value text, p_pinyin text, p_now timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not app.officer() or p_org = any (app.barred()) or app.belongs(p_org) then raise exception 'not an officer' using errcode = '42501'; end if;
  update public.organization set updated_at = p_now,
      name_zh = case when p_fact = 'nameZh' then p_value else name_zh end,
      name_pinyin = case when p_fact = 'nameZh' then p_pinyin else name_pinyin end,
      name_en = case when p_fact = 'nameEn' then p_value else name_en end,
      country = case when p_fact = 'country' then p_value else country end,
      province = case when p_fact = 'province' and kind <> 'regulator' then p_value else province end,
      website = case when p_fact = 'website' then p_value else website end
    where id = p_org;
end $$;

-- The record into which a body was merged, through further merges; null where it was not. The one who asks knows the old address.
create or replace function app.merged_into(p_public_id text)
returns text language sql stable security definer set search_path = pg_catalog, public as $$
  with recursive way as (
    select m.into_id, 1 as step from public.body_merge m join public.organization o on o.id = m.merged_id
      where o.public_id = p_public_id and m.undone_at is null
    union all select m.into_id, w.step + 1 from way w join public.body_merge m on m.merged_id = w.into_id and m.undone_at is null where w.step < 20)
  select o.public_id from way w join public.organization o on o.id = w.into_id order by w.step desc limit 1
$$;

-- What decides whether a record may be merged, by `findMergeBar` of the model.
create or replace function app.merge_side(p_org uuid)
returns table (kind public.organization_kind, members integer, postings integer, open_claims integer, merged boolean)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  return query select o.kind,
      (select count(*)::int from public.membership m where m.organization_id = o.id and m.active and o.status <> 'withdrawn'),
      (select count(*)::int from public.posting p where p.organization_id = o.id and p.state = 'published'),
      (select count(*)::int from public.claim c where c.organization_id = o.id and c.state = 'open'),
      exists (select 1 from public.body_merge b where b.merged_id = o.id and b.undone_at is null)
    from public.organization o where o.id = p_org;
end $$;

-- The primary key of a row of a table as an expression.
create or replace function app.key_of(p_table text)
returns text language sql stable set search_path = pg_catalog, public as $$
  select 'jsonb_build_object(' || string_agg(format('%L, t.%I', a.attname, a.attname), ', ' order by a.attnum) || ')'
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
    where i.indrelid = ('public.' || p_table)::regclass and i.indisprimary
$$;

-- The request by which two bodies that act agreed that one record gives way to the other, while it holds. [BD8]
create or replace function app.signed_merge(p_from uuid, p_into uuid, p_now timestamptz)
returns uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select q.id from public.merge_request q where q.merged_id = p_from and q.into_id = p_into and q.ending is null and q.due_at >= p_now
    and (select count(*) from public.merge_consent c where c.request_id = q.id and c.organization_id in (p_from, p_into) and c.taken_back_at is null) = 2
$$;

-- Merges a record into another: what others say of it moves, what the other lacks it takes over, and the record is withdrawn until the merge is undone. One
-- that acts gives way only to another that acts, when both signed for it; its live postings leave the market. Null where that is missing, a claim is open,
-- or one was merged by now.
create or replace function app.merge_bodies(p_id uuid, p_public_id text, p_from uuid, p_into uuid, p_reason text, p_now timestamptz)
returns jsonb language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_from public.organization; v_into public.organization; v_filled jsonb; v_code public.organization_profile; r record; v_moved integer := 0; v_count integer;
  v_request uuid; v_closed uuid[] := '{}';
begin
  if not app.officer() or array[p_from, p_into] && app.barred() or app.belongs(p_from) or app.belongs(p_into) then
    raise exception 'not an officer' using errcode = '42501';
  end if;
  perform 1 from public.organization where id in (p_from, p_into) order by id for update;
  select * into v_from from public.organization where id = p_from;
  select * into v_into from public.organization where id = p_into;
  if exists (select 1 from app.merge_side(p_from) s where s.open_claims > 0 or s.merged)
    or exists (select 1 from app.merge_side(p_into) s where s.merged) then return null; end if;
  if exists (select 1 from app.merge_side(p_from) s where s.members + s.postings > 0) then
    v_request := app.signed_merge(p_from, p_into, p_now);
    if v_request is null or not exists (select 1 from app.merge_side(p_into) s where s.members + s.postings > 0) then return null; end if;
    update public.merge_request q set ending = 'merged', ended_at = p_now where q.id = v_request;
    v_closed := app.close_postings(p_from, p_now);
  end if;
  v_filled := jsonb_strip_nulls(jsonb_build_object(
    'name_en', case when v_into.name_en is null then v_from.name_en end,
    'province', case when v_into.province is null and v_into.kind <> 'regulator' then v_from.province end,
    'website', case when v_into.website is null then v_from.website end,
    'description', case when v_into.description is null then v_from.description end,
    'seed', case when v_into.seed is null then v_from.seed end));
  select p.* into v_code from public.organization_profile p where p.organization_id = p_from and p.code is not null
    and not exists (select 1 from public.organization_profile q where q.organization_id = p_into and q.code is not null);
  if v_code.code is not null then
    v_filled := v_filled || jsonb_build_object('code', v_code.code, 'code_scheme', v_code.code_scheme, 'code_flags', to_jsonb(v_code.code_flags));
    update public.organization_profile set code = null, code_scheme = null, code_flags = '{}', updated_at = p_now where organization_id = p_from;
    insert into public.organization_profile (organization_id, code_scheme, code, code_flags, updated_at)
      values (p_into, v_code.code_scheme, v_code.code, v_code.code_flags, p_now)
      on conflict (organization_id) do update set code_scheme = excluded.code_scheme, code = excluded.code, code_flags = excluded.code_flags, updated_at = p_now;
  end if;
  update public.organization set name_en = coalesce(name_en, v_filled ->> 'name_en'), province = coalesce(province, v_filled ->> 'province'),
    website = coalesce(website, v_filled ->> 'website'), description = coalesce(description, v_filled ->> 'description'),
    seed = coalesce(seed, v_filled -> 'seed'), updated_at = p_now where id = p_into;
  insert into public.body_merge (id, public_id, merged_id, into_id, reason, status_before, filled, moved, merged_by, merged_at)
    values (p_id, p_public_id, p_from, p_into, p_reason, v_from.status, v_filled, 0, app.person(), p_now);
  for r in select * from app.moved_columns() loop
    execute format('with moved as (update public.%I t set %I = $2 where t.%I = $1 returning %s as key)
      insert into public.body_merge_move (merge_id, table_name, column_name, key) select $3, %L, %L, key from moved',
      r.table_name, r.column_name, r.column_name, app.key_of(r.table_name), r.table_name, r.column_name) using p_from, p_into, p_id;
    get diagnostics v_count = row_count;
    v_moved := v_moved + v_count;
  end loop;
  update public.body_merge set moved = v_moved where id = p_id;
  update public.organization set status = 'withdrawn', updated_at = p_now where id = p_from;
  return jsonb_build_object('moved', v_moved, 'closed', to_jsonb(v_closed));
end $$;

-- Makes two records of one again: every row that a merge moved and that still names the other goes back, and so does what the other took over and did
-- not change since. Null where it was undone before, or where the other was merged into a third since.
create or replace function app.undo_merge(p_merge uuid, p_reason text, p_now timestamptz)
returns integer language plpgsql security definer set search_path = pg_catalog, public as $$
declare v public.body_merge; r record; v_back integer := 0; v_count integer;
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  select * into v from public.body_merge where id = p_merge and undone_at is null for update;
  if v.id is null then return null; end if;
  if array[v.merged_id, v.into_id] && app.barred() or app.belongs(v.merged_id) or app.belongs(v.into_id) then
    raise exception 'a conflict of interest' using errcode = '42501';
  end if;
  perform 1 from public.organization where id in (v.merged_id, v.into_id) order by id for update;
  if exists (select 1 from public.body_merge b where b.merged_id = v.into_id and b.undone_at is null) then return null; end if;
  for r in select distinct m.table_name, m.column_name from public.body_merge_move m where m.merge_id = v.id loop
    execute format('update public.%I t set %I = $1 from public.body_merge_move m
      where m.merge_id = $3 and m.table_name = %L and m.column_name = %L and t.%I = $2 and m.key = %s',
      r.table_name, r.column_name, r.table_name, r.column_name, r.column_name, app.key_of(r.table_name)) using v.merged_id, v.into_id, v.id;
    get diagnostics v_count = row_count;
    v_back := v_back + v_count;
  end loop;
  update public.organization set updated_at = p_now,
      name_en = case when name_en = v.filled ->> 'name_en' then null else name_en end,
      province = case when province = v.filled ->> 'province' then null else province end,
      website = case when website = v.filled ->> 'website' then null else website end,
      description = case when description = v.filled ->> 'description' then null else description end,
      seed = case when seed = v.filled -> 'seed' then null else seed end
    where id = v.into_id;
  if v.filled ? 'code' then
    update public.organization_profile set code = null, code_scheme = null, code_flags = '{}', updated_at = p_now
      where organization_id = v.into_id and code = v.filled ->> 'code';
    if found then
      update public.organization_profile set code = v.filled ->> 'code', code_scheme = v.filled ->> 'code_scheme', updated_at = p_now,
        code_flags = array(select jsonb_array_elements_text(v.filled -> 'code_flags')) where organization_id = v.merged_id;
    end if;
  end if;
  update public.organization set status = v.status_before, updated_at = p_now where id = v.merged_id and status = 'withdrawn';
  update public.body_merge set undone_by = app.person(), undone_at = p_now, undo_reason = p_reason where id = v.id;
  return v_back;
end $$;

grant execute on function
  app.body_statements(uuid),
  app.settle_fact(uuid, text, text, text, timestamptz),
  app.merged_into(text),
  app.merge_side(uuid),
  app.signed_merge(uuid, uuid, timestamptz),
  app.merge_bodies(uuid, text, uuid, uuid, text, timestamptz),
  app.undo_merge(uuid, text, timestamptz)
to lilink_app;
