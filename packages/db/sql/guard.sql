-- Limits and abuse: rates, idempotency of programs, readings a day, reports.

-- rate_bucket
grant select, delete on rate_bucket to lilink_worker;
create policy worker on rate_bucket to lilink_worker using (true) with check (true);

-- idempotency_key
grant select, insert, update on idempotency_key to lilink_app;
grant select, delete on idempotency_key to lilink_worker;
create policy worker on idempotency_key to lilink_worker using (true) with check (true);
create policy own_program on idempotency_key to lilink_app
  using (organization_id = (select app.org()) and (select app.kind()) = 'apiKey')
  with check (organization_id = (select app.org()) and (select app.kind()) = 'apiKey');

-- reading_day
grant select, delete on reading_day to lilink_worker;
create policy worker on reading_day to lilink_worker using (true) with check (true);

-- abuse_report
grant select (
  id, public_id, organization_id, subject_kind, subject_public_id, reason, words, created_at, finding, note,
  decided_at
) on abuse_report to lilink_app;
grant select on abuse_report to lilink_worker;
create policy worker on abuse_report to lilink_worker using (true) with check (true);
-- A report that the actor must stay away from does not arrive as a row; app.kept_reports says what a queue shows of it.
create policy impartial on abuse_report as restrictive for select to lilink_app using (id <> all ((select app.barred_reports())::uuid[]));
create policy officer on abuse_report for select to lilink_app using ((select app.officer()));
create policy own on abuse_report for select to lilink_app using (organization_id = (select app.org()) and (select app.kind()) = 'member');

-- Takes tokens from several buckets, or from none if one of them has too few. A bucket refills at its rate up to its size.
create or replace function app.take_tokens(
  p_keys text[], p_sizes double precision[], p_seconds double precision[], p_wants integer[], p_at timestamptz
) returns table (granted integer, wait double precision) language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_left double precision[] := '{}';
  v_token double precision;
  v_empty boolean := false;
begin
  for i in 1 .. cardinality(p_keys) loop
    insert into public.rate_bucket as b (key, tokens, at) values (p_keys[i], p_sizes[i], p_at)
      on conflict (key) do update set at = greatest(b.at, p_at),
        tokens = least(p_sizes[i], b.tokens + greatest(0, extract(epoch from p_at - b.at)) * p_sizes[i] / p_seconds[i])
      returning b.tokens into v_token;
    v_left := v_left || v_token;
    v_empty := v_empty or v_token < 1;
  end loop;
  for i in 1 .. cardinality(p_keys) loop
    granted := case when v_empty then 0 else least(p_wants[i], floor(v_left[i])) end;
    wait := greatest(0, (1 - v_left[i]) * p_seconds[i] / p_sizes[i]);
    if granted > 0 then
      update public.rate_bucket b set tokens = b.tokens - granted where b.key = p_keys[i];
    end if;
    return next;
  end loop;
end $$;

-- How many different things of one kind the actor's organization read that day, this one included; null if it read it before.
create or replace function app.note_reading(p_kind text, p_subject uuid, p_day date)
returns integer language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if app.org() is null or app.officer() then return null; end if;
  insert into public.reading_day (organization_id, day, kind, subject_id) values (app.org(), p_day, p_kind, p_subject) on conflict do nothing;
  if not found then return null; end if;
  return (select count(*) from public.reading_day r where r.organization_id = app.org() and r.day = p_day and r.kind = p_kind);
end $$;

-- How many tokens buckets of the actor and of its organization hold now; null for those of anybody else. Nothing is taken.
create or replace function app.own_tokens(p_keys text[], p_sizes double precision[], p_seconds double precision[], p_at timestamptz)
returns table (tokens double precision) language sql stable security definer set search_path = pg_catalog, public as $$
  select case when split_part(k.key, ' ', 3) in (app.org()::text, app.person()::text) then coalesce(
    (select least(k.size, b.tokens + greatest(0, extract(epoch from p_at - b.at)) * k.size / k.seconds) from public.rate_bucket b where b.key = k.key), k.size) end
  from unnest(p_keys, p_sizes, p_seconds) with ordinality as k (key, size, seconds, place) order by k.place
$$;

-- How many different things of each kind the actor's organization read on a day.
create or replace function app.own_readings(p_day date)
returns table (kind text, n integer) language sql stable security definer set search_path = pg_catalog, public as $$
  select r.kind, count(*)::integer from public.reading_day r where r.organization_id = app.org() and r.day = p_day group by r.kind
$$;

-- Files a report by a verified member about another's posting or organization; null if it was taken, else why not.
-- The owner of the thing is looked up here and not returned.
create or replace function app.file_report(
  p_id uuid, p_public_id text, p_kind text, p_subject text, p_reason text, p_words text, p_now timestamptz
) returns text language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_about uuid;
begin
  if app.kind() <> 'member' or not app.verified() then raise exception 'no verified member' using errcode = '42501'; end if;
  if p_kind = 'posting' then
    select h.organization_id into v_about from public.posting_head h where h.public_id = p_subject;
  else
    select o.id into v_about from public.organization o where o.public_id = p_subject and o.status in ('verified', 'unclaimed', 'pending');
  end if;
  if v_about is null then return 'NOT_FOUND'; end if;
  perform pg_advisory_xact_lock(hashtextextended('report ' || app.org()::text, 0));
  if (select count(*) from public.abuse_report r where r.organization_id = app.org() and r.created_at > p_now - interval '1 day') >= 10 then
    return 'LIMIT_REACHED';
  end if;
  if exists (select 1 from public.abuse_report r where r.organization_id = app.org() and r.subject_kind = p_kind
    and r.subject_public_id = p_subject and r.finding is null) then
    return 'CONFLICT';
  end if;
  insert into public.abuse_report (id, public_id, organization_id, person_id, subject_kind, subject_public_id, about_organization_id, reason, words, created_at)
    values (p_id, p_public_id, app.org(), app.person(), p_kind, p_subject, v_about, p_reason, p_words, p_now);
  return null;
end $$;

-- Records an officer's finding, once, and never on a report by or about their own organization.
create or replace function app.decide_report(p_public_id text, p_finding text, p_note text, p_now timestamptz)
returns table (id uuid, reporter uuid, about uuid) language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  return query update public.abuse_report r
    set finding = p_finding, note = p_note, decided_by = app.person(), decided_at = p_now
    where r.public_id = p_public_id and r.finding is null and app.org() not in (r.organization_id, r.about_organization_id)
      and not app.belongs(r.organization_id) and not app.belongs(r.about_organization_id)
      and r.id <> all (app.barred_reports())
    returning r.id, r.organization_id, r.about_organization_id;
end $$;

-- What a queue shows of the reports that the actor must stay away from: no words, no note, no names.
create or replace function app.kept_reports()
returns table (id uuid, public_id text, subject_kind text, subject_public_id text, reason text, words text, created_at timestamptz, finding text, note text, decided_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query select r.id, r.public_id, r.subject_kind, r.subject_public_id, r.reason, null::text, r.created_at::timestamptz, r.finding, null::text, r.decided_at::timestamptz
    from public.abuse_report r where r.id = any (app.barred_reports());
end $$;

grant execute on function
  app.own_tokens(text[], double precision[], double precision[], timestamptz),
  app.own_readings(date),
  app.take_tokens(text[], double precision[], double precision[], integer[], timestamptz),
  app.note_reading(text, uuid, date),
  app.file_report(uuid, text, text, text, text, text, timestamptz),
  app.decide_report(text, text, text, timestamptz),
  app.kept_reports()
to lilink_app;
