-- Votes of the coordination group: a question, what each seat says, and who may not say anything.

-- meeting_vote
grant select, insert on meeting_vote to lilink_app;
grant update (closed_at, outcome) on meeting_vote to lilink_app;
grant select on meeting_vote to lilink_worker;
create policy worker on meeting_vote to lilink_worker using (true) with check (true);
create policy officer_puts on meeting_vote for insert to lilink_app
  with check ((select app.officer()) and closed_at is null and exists (select 1 from meeting_item i
    join meeting m on m.id = i.meeting_id where i.id = item_id and m.state = 'held'));
create policy officer_closes on meeting_vote for update to lilink_app
  using ((select app.officer()) and closed_at is null and exists (select 1 from meeting_item i
    join meeting m on m.id = i.meeting_id where i.id = item_id and m.state = 'held'))
  with check ((select app.officer()));
create policy seated on meeting_vote for select to lilink_app using (exists (select 1 from meeting_item i where i.id = item_id));

-- meeting_ballot
grant select, insert on meeting_ballot to lilink_app;
grant update (choice, reason, by_deputy, cast_by, cast_at) on meeting_ballot to lilink_app;
grant select on meeting_ballot to lilink_worker;
create policy worker on meeting_ballot to lilink_worker using (true) with check (true);
create policy officer_lists on meeting_ballot for insert to lilink_app with check ((select app.officer()));
create policy seat_says on meeting_ballot for update to lilink_app
  using ((select app.officer()) or organization_id = (select app.org()))
  with check (cast_by = (select app.person()));
create policy seated on meeting_ballot for select to lilink_app using (exists (select 1 from meeting_vote v where v.id = vote_id));

-- Whether a seat's body may not vote on a question about another one: it is that body or of its group, or a competitor of it.
create or replace function app.ballot_conflict(p_body uuid, p_about uuid)
returns text language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if p_body is null or p_about is null then return null; end if;
  if p_body = p_about or exists (select 1 from public.organization_profile a
      join public.organization_profile b on b.group_id = a.group_id where a.organization_id = p_body and b.organization_id = p_about)
    then return 'own'; end if;
  -- Who sells the same competes here; that both buy it is no reason to keep silent.
  if app.stances_of(p_body) && app.rival_keys(array(select k from unnest(app.stances_of(p_about)) k where k like 'offers:%'))
    then return 'competitor'; end if;
  return null;
end $$;

-- A ballot is of a seat that is in its term and votes, as its record says; the conflict is found here and by nobody else.
create or replace function app.list_ballot() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_vote public.meeting_vote; v_seat record;
begin
  select * into v_vote from public.meeting_vote v where v.id = new.vote_id;
  select s.sitting_id, s.title_zh, s.name_zh, s.name_en, s.holder, s.deputy into v_seat
    from (select h.public_id, h.title_zh, x.* from public.seat h join public.seat_version x on x.record_id = h.id and x.status = 'live') s
    where s.public_id = new.seat and s.role <> 'observer'
      and to_char(v_vote.opened_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') between s.term_from and s.term_to;
  if not found or v_vote.closed_at is not null then raise exception 'no seat that votes' using errcode = '42501'; end if;
  new.organization_id := v_seat.sitting_id;
  new.name_zh := coalesce(v_seat.name_zh, v_seat.title_zh);
  new.name_en := v_seat.name_en;
  new.holder := v_seat.holder;
  new.deputy := v_seat.deputy;
  new.conflict := app.ballot_conflict(new.organization_id, v_vote.about_organization_id);
  new.choice := case when new.conflict is not null then 'recused' end;
  new.reason := null;
  return new;
end $$;

-- Whoever is recused stays recused; nothing is said once the vote is closed.
create or replace function app.keep_ballot() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if old.choice = 'recused' or not exists (select 1 from public.meeting_vote v join public.meeting_item i on i.id = v.item_id
      join public.meeting m on m.id = i.meeting_id where v.id = old.vote_id and v.closed_at is null and m.state = 'held')
    then raise exception 'no vote' using errcode = '42501'; end if;
  return new;
end $$;

-- What a closed vote says is what its ballots say, by the rule of its mandate.
create or replace function app.keep_vote() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_for int; v_against int; v_entitled int; v_present int; v_outcome text;
begin
  select count(*) filter (where b.choice = 'for'), count(*) filter (where b.choice = 'against'),
      count(*) filter (where b.choice is distinct from 'recused'), count(*) filter (where b.choice in ('for', 'against', 'abstain'))
    into v_for, v_against, v_entitled, v_present from public.meeting_ballot b where b.vote_id = new.id;
  v_outcome := case when v_present < greatest(1, ceil(new.quorum * v_entitled / 100.0)) then 'no_quorum'
    when v_for * 2 > case new.majority when 'seats' then v_entitled else v_for + v_against end then 'carried' else 'rejected' end;
  if new.outcome is distinct from v_outcome then raise exception 'not what the ballots say' using errcode = '42501'; end if;
  return new;
end $$;

-- A decision that rests on a vote rests on one of its own point that was carried.
create or replace function app.rest_on_vote() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select 1 from public.meeting_vote v where v.id = new.vote_id and v.item_id = new.item_id and v.outcome = 'carried')
    then raise exception 'no vote carried it' using errcode = '42501'; end if;
  return new;
end $$;

-- How often a seat was asked, said something, and was recused, in votes that were closed by a day. Everybody may count.
create or replace function app.seat_answers(p_seat text, p_on text)
returns table (asked int, answered int, recused int)
language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::int, count(*) filter (where b.choice in ('for', 'against', 'abstain'))::int, count(*) filter (where b.choice = 'recused')::int
    from public.meeting_ballot b join public.meeting_vote v on v.id = b.vote_id
    where b.seat = p_seat and to_char(v.closed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') <= p_on
$$;

grant execute on function app.seat_answers(text, text) to lilink_app;

create trigger listed before insert on meeting_ballot for each row execute function app.list_ballot();
create trigger kept before update on meeting_ballot for each row execute function app.keep_ballot();
create trigger kept before update on meeting_vote for each row execute function app.keep_vote();
create trigger carried before insert on meeting_decision for each row when (new.vote_id is not null) execute function app.rest_on_vote();
