-- The board: sums over all organizations, and nothing about one of them.

-- board_sum: no role has a grant; the functions of this file read and write it.

-- Sums of the exchange since p_since. A reason for refusal that fewer than five introductions share is left out.
create or replace function app.board_exchange(p_since timestamptz)
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not app.board_reader() then raise exception 'not a reader of the board' using errcode = '42501'; end if;
  return jsonb_build_object(
    'matches', (select count(*) from match m join posting_head h on h.posting_id = m.own_posting_id
      where h.kind = 'need' and h.state = 'published'),
    'matched', (select count(distinct m.own_posting_id) from match m join posting_head h on h.posting_id = m.own_posting_id
      where h.kind = 'need' and h.state = 'published'),
    'matchesAt', (select max(m.computed_at) from match m),
    'introductions', (select coalesce(jsonb_object_agg(state, n), '{}') from (select state, count(*) n from introduction group by state) x),
    'answers', (select coalesce(jsonb_agg(jsonb_build_array(sent, answered, n)), '[]') from (
      select (sent_at at time zone 'Asia/Shanghai')::date sent, (answered_at at time zone 'Asia/Shanghai')::date answered, count(*) n
      from introduction where answered_at is not null and sent_at >= p_since group by 1, 2) x),
    'declined', (select count(*) from introduction where state = 'declined' and sent_at >= p_since),
    'declineReasons', (select coalesce(jsonb_object_agg(decline_reason, n), '{}') from (
      select decline_reason, count(*) n from introduction where state = 'declined' and decline_reason is not null and sent_at >= p_since
      group by decline_reason having count(*) >= 5) x),
    'withOutcome', (select count(distinct introduction_id) from ledger_entry where state = 'confirmed'),
    'outcomes', (select coalesce(jsonb_object_agg(step, n), '{}') from (
      select step, count(distinct coalesce(introduction_id, event_meeting_id)) n from ledger_entry where state = 'confirmed' group by step) x),
    'organizations', (select coalesce(jsonb_object_agg(kind, n), '{}') from (
      select kind, count(*) n from organization where status = 'verified' group by kind) x));
end $$;

-- Live needs by concept, from parts that everyone may read: what a need hides does not change a number on the board.
create or replace function app.board_needs(p_now timestamptz)
returns table (concept text, link text, needs integer, oldest timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not app.board_reader() then raise exception 'not a reader of the board' using errcode = '42501'; end if;
  return query select p.concept, p.link, count(*)::int, min(p.published_at) from posting_part p
    where p.kind = 'need' and p.level = 'everyone' and not p.walled and p.state = 'live' and p.valid_until > p_now
    group by p.concept, p.link;
end $$;

-- Live postings by the province that a part names to everyone or to all members; readers of the board read both. What is under terms of use counts nowhere. [US4]
create or replace function app.board_regions(p_now timestamptz)
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not app.board_reader() then raise exception 'not a reader of the board' using errcode = '42501'; end if;
  return (select coalesce(jsonb_object_agg(region, n), '{}') from (
    select substr(f, 8) region, count(distinct p.posting_id) n from posting_part p, unnest(p.facets) f
    where (p.level = 'everyone' or p.level = 'member' and p.use_version is null) and not p.walled and p.state = 'live' and p.valid_until > p_now and f ~ '^region:[0-9]' group by 1) x);
end $$;

-- The sums of the board, computed at most once a minute. They are the same for every reader, so one computation serves all;
-- the right to read them is checked every time.
create or replace function app.board_sums(p_since timestamptz, p_now timestamptz)
returns jsonb language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_sums jsonb;
begin
  if not app.board_reader() then raise exception 'not a reader of the board' using errcode = '42501'; end if;
  select sums into v_sums from board_sum where made_at > p_now - interval '1 minute' and made_at <= p_now;
  if v_sums is not null then return v_sums; end if;
  v_sums := jsonb_build_object('at', p_now, 'exchange', app.board_exchange(p_since), 'counts', app.live_counts(),
    'regions', app.board_regions(p_now), 'needs', (select coalesce(jsonb_agg(n), '[]') from app.board_needs(p_now) n));
  insert into board_sum (made_at, sums) values (p_now, v_sums)
    on conflict ("only") do update set made_at = excluded.made_at, sums = excluded.sums where board_sum.made_at < excluded.made_at;
  return v_sums;
end $$;

-- When what officers decided of late came in and was decided, without who decided: postings, claims, reports of abuse. A claim that fell
-- because another's was approved was not weighed.
create or replace function app.review_times(p_since timestamptz)
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  return (select coalesce(jsonb_agg(jsonb_build_array(kind, came, decided)), '[]') from (
    select 'posting' kind, v.submitted_at came, r.reviewed_at decided from posting_review r
      join posting_version v on v.posting_id = r.posting_id and v.version = r.version where r.reviewed_at >= p_since
    union all select 'claim', c.created_at, c.decided_at from claim c where c.state in ('approved', 'refused')
      and c.decision_reason is distinct from 'claimedByAnother' and c.decided_at >= p_since
    union all select 'report', a.created_at, a.decided_at from abuse_report a where a.decided_at >= p_since) x);
end $$;

grant execute on function
  app.review_times(timestamptz),
  app.board_exchange(timestamptz),
  app.board_needs(timestamptz),
  app.board_regions(timestamptz)
to lilink_app, lilink_worker;
grant execute on function
  app.board_sums(timestamptz, timestamptz)
to lilink_app;
