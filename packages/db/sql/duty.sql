-- Duties: what somebody owes by a day. Holders see theirs, the secretariat all but introductions, members the published ones
-- that are listed. The database starts and ends the duties of introductions, returns, decisions, claims, reports, steps of the
-- relay and tickets, whatever statement moves them: often the actor may not know the holder.

-- duty
grant select, insert, update (due_at, title_zh, title_en, published, warned_at, overdue_at, escalated_at, ended_at, ended_by) on duty to lilink_app;
grant select, insert, update on duty to lilink_worker;
create policy worker on duty to lilink_worker using (true) with check (true);
create policy holders on duty for select to lilink_app using (holder_id = (select app.org()) or (select app.officer()));
create policy listed on duty for select to lilink_app using (
  published and ended_at is null and escalated_at is not null and (select app.trades()));
create policy seated on duty for select to lilink_app using (
  published and exists (select 1 from duty_item x where x.duty_id = duty.id));
-- A duty is visible to readers of its subject. Only the asked side sees the duty of an introduction.
create policy subject on duty as restrictive for select to lilink_app using (case subject_kind
  when 'introduction' then holder_id = (select app.org()) and subject_id = any ((select app.my_introductions())::uuid[])
  when 'report' then subject_id <> all ((select app.barred_reports())::uuid[])
  when 'support_ticket' then holder_id = (select app.org()) and app.reads_subject(subject_kind, subject_id)
  else app.reads_subject(subject_kind, subject_id) end);
-- The app starts and ends only duties of records.
create policy writers on duty for insert to lilink_app with check (
  ended_at is null and (holder_id = (select app.org()) or (select app.officer())));
create policy enders on duty for update to lilink_app using (holder_id = (select app.org()) or (select app.officer()));
create policy records_start on duty as restrictive for insert to lilink_app with check (not app.keeps_duty(subject_kind));
create policy records_end on duty as restrictive for update to lilink_app using (not app.keeps_duty(subject_kind));

-- duty_item
grant select, insert on duty_item to lilink_app;
grant select, insert on duty_item to lilink_worker;
create policy worker on duty_item to lilink_worker using (true) with check (true);
create policy officer_adds on duty_item for insert to lilink_app with check ((select app.officer()));
create policy seated on duty_item for select to lilink_app using (exists (select 1 from meeting m where m.id = meeting_id));

-- Whether the actor reads what a duty is about. Each kind is planned when a duty of it is first met: planned with every reading of duties, they
-- took more than the reading itself. Records are asked for by their own policies.
create or replace function app.reads_subject(p_kind text, p_subject uuid) returns boolean language plpgsql stable set search_path = pg_catalog, public as $$
begin
  case p_kind
  when 'return_form' then return exists (select 1 from public.return_form f where f.id = p_subject);
  when 'meeting_decision' then return exists (select 1 from public.meeting_decision d where d.id = p_subject);
  when 'claim' then return exists (select 1 from public.claim c where c.id = p_subject);
  when 'fact_contest' then return exists (select 1 from public.fact_contest f where f.id = p_subject);
  when 'relay_step' then return exists (select 1 from public.relay_step s where s.id = p_subject);
  when 'support_ticket' then return exists (select 1 from public.support_ticket k where k.id = p_subject);
  else return true;
  end case;
end $$;

-- The kinds of subject whose duties the database itself keeps.
create or replace function app.keeps_duty(p_subject_kind text) returns boolean language sql immutable as
  $$ select p_subject_kind in ('introduction', 'return_form', 'meeting_decision', 'claim', 'report', 'fact_contest', 'relay_step', 'support_ticket') $$;

-- The end of the n-th working day after an instant's day in Shanghai, as addWorkingDays of the model.
create or replace function app.add_working_days(p_from timestamptz, p_days integer)
returns timestamptz language plpgsql stable set search_path = pg_catalog, public as $$
declare v_day date := (p_from at time zone 'Asia/Shanghai')::date;
begin
  while p_days > 0 loop
    v_day := v_day + 1;
    if app.works(v_day) then p_days := p_days - 1; end if;
  end loop;
  return app.end_of_day(v_day);
end $$;

create or replace function app.end_of_day(p_day date) returns timestamptz language sql stable as
  $$ select (p_day + 1)::timestamp at time zone 'Asia/Shanghai' - interval '1 millisecond' $$;

-- Ends what is no longer owed of a subject and starts what is owed now; p_kind null: nothing. A duty that goes on keeps its day,
-- unless p_moves; a later day is warned of again.
create or replace function app.settle_duty(
  p_now timestamptz, p_by text, p_subject_kind text, p_subject uuid, p_kind text, p_holder uuid, p_path text,
  p_zh text, p_en text, p_due timestamptz, p_moves boolean, p_published boolean
) returns void language plpgsql set search_path = pg_catalog, public as $$
begin
  update public.duty set ended_at = p_now, ended_by = p_by
    where subject_id = p_subject and ended_at is null and (p_kind is null or kind <> p_kind);
  if p_kind is null then return; end if;
  update public.duty set title_zh = p_zh, title_en = p_en, published = p_published,
    due_at = case when p_moves then p_due else due_at end,
    warned_at = case when p_moves and p_due > due_at then null else warned_at end,
    overdue_at = case when p_moves and p_due > due_at then null else overdue_at end,
    escalated_at = case when p_moves and p_due > due_at then null else escalated_at end
    where subject_id = p_subject and ended_at is null and kind = p_kind;
  if found then return; end if;
  insert into public.duty (id, kind, subject_kind, subject_id, path, title_zh, title_en, holder_id, published, started_at, due_at)
    values (gen_random_uuid(), p_kind, p_subject_kind, p_subject, p_path, p_zh, p_en, p_holder, p_published, p_now, p_due);
end $$;

-- Settles the duty of one subject by the current content of its row.
create or replace function app.owe(p_subject_kind text, p_subject uuid, p_by text, p_now timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare d record;
begin
  case p_subject_kind
  when 'introduction' then
    select 'answer' as kind, p.organization_id as holder, '/introductions/' || i.public_id as path,
        coalesce(o.title, a.title_zh, a.title_en, '') as zh, coalesce(o.title, a.title_en, a.title_zh, '') as en, i.due_at as due, true as moves into d
      from public.introduction i join public.introduction_party p on p.introduction_id = i.id and p.side = 'asked'
      left join public.posting o on o.id = i.asked_posting_id left join public.achievement a on a.id = i.achievement_id
      where i.id = p_subject and i.state = 'sent';
  when 'return_form' then
    select case when f.submitted_at is null then 'file' else 'mend' end as kind, f.organization_id as holder,
        '/returns/' || f.public_id as path, r.period || ' 填报' as zh, r.period || ' return' as en,
        case when f.submitted_at is null then r.due_at else app.duty_due('return_form.mend', p_now) end as due,
        f.submitted_at is null as moves into d
      from public.return_form f join public.return_round r on r.id = f.round_id
      where f.id = p_subject and f.state in ('open', 'draft', 'queried');
  when 'meeting_decision' then
    select 'carryOut' as kind, m.owner_organization_id as holder, '/meetings#decisions' as path, m.text as zh, m.text as en,
        app.end_of_day(m.due_on::date) as due, true as moves into d
      from public.meeting_decision m where m.id = p_subject and m.done_at is null and m.withdrawn_at is null;
  when 'claim' then
    select 'decide' as kind, null::uuid as holder, '/review/claims' as path, o.name_zh as zh, coalesce(o.name_en, o.name_zh) as en,
        app.duty_due('claim.decide', c.created_at) as due, false as moves into d
      from public.claim c join public.organization o on o.id = c.organization_id where c.id = p_subject and c.state = 'open';
  when 'fact_contest' then
    select 'answer' as kind, null::uuid as holder, '/review/facts' as path, o.name_zh as zh, coalesce(o.name_en, o.name_zh) as en,
        app.duty_due('fact_contest.answer', f.filed_at) as due, false as moves into d
      from public.fact_contest f join public.organization o on o.id = f.organization_id where f.id = p_subject and f.state = 'open';
  when 'report' then
    select 'decide' as kind, null::uuid as holder, '/review/reports' as path, '举报' as zh, 'Report' as en,
        app.duty_due('report.decide', r.created_at) as due, false as moves into d
      from public.abuse_report r where r.id = p_subject and r.finding is null;
  when 'relay_step' then
    select 'answer' as kind, case s.told_org when c.org_id then c.holder_id else c.org_id end as holder, '/fund/relay/' || r.public_id as path,
        r.title as zh, coalesce((select a.title_en from public.achievement a where a.id = r.achievement_id), r.title) as en,
        app.duty_due('relay_step.answer', s.told_at) as due, false as moves into d
      from public.relay_step s join public.relay_claim c on c.id = s.claim_id join public.relay_result r on r.id = c.result_id
      where s.id = p_subject and s.state = 'told';
  when 'support_ticket' then
    select case when k.state = 'closing' then 'confirm' when k.answered_at is null then 'answer' else 'resolve' end as kind, p.organization_id as holder,
        '/introductions/' || i.public_id || '/support/' || k.public_id as path, k.subject as zh, k.subject as en,
        case when k.state = 'closing' then k.closing_due_at when k.answered_at is null then k.answer_due_at else k.resolve_due_at end as due, true as moves into d
      from public.support_ticket k join public.introduction i on i.id = k.introduction_id
      join public.introduction_party p on p.introduction_id = i.id and p.side <> coalesce(k.closing_side, k.side)
      where k.id = p_subject and k.state <> 'closed';
  end case;
  perform app.settle_duty(p_now, p_by, p_subject_kind, p_subject, d.kind, d.holder, d.path, d.zh, d.en, d.due, d.moves, false);
end $$;

create or replace function app.note_duty() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  case tg_table_name
  when 'introduction_party' then
    perform app.owe('introduction', new.introduction_id, 'introduction.ask', i.sent_at) from public.introduction i where i.id = new.introduction_id;
  when 'introduction' then
    perform app.owe('introduction', new.id, 'introduction.' || coalesce((select s.step from public.machine_step s
      where s.machine = 'introduction' and s.from_state = old.state::text and s.to_state = new.state::text limit 1), 'ask'),
      coalesce(new.answered_at, new.due_at));
  when 'return_form' then
    perform app.owe('return_form', new.id, 'return.submit', new.updated_at);
  when 'return_round' then
    perform app.owe('return_form', f.id, 'return.moveDue', f.updated_at) from public.return_form f
      where f.round_id = new.id and f.submitted_at is null;
  when 'meeting_decision' then
    perform app.owe('meeting_decision', new.id, case when new.withdrawn_at is null then 'meeting.endDecision' else 'meeting.withdrawDecision' end,
      coalesce(new.done_at, new.withdrawn_at, new.created_at));
  when 'claim' then
    perform app.owe('claim', new.id, 'claim.' || coalesce((select s.step from public.machine_step s
      where s.machine = 'claim' and s.from_state = 'open' and s.to_state = new.state::text limit 1), 'open'),
      coalesce(new.decided_at, new.created_at));
  when 'fact_contest' then
    perform app.owe('fact_contest', new.id, case new.state when 'open' then 'fact.contest' when 'withdrawn' then 'fact.withdraw' else 'fact.answer' end,
      coalesce(new.answered_at, new.filed_at));
  when 'abuse_report' then
    perform app.owe('report', new.id, 'report.decide', coalesce(new.decided_at, new.created_at));
  when 'relay_step' then
    perform app.owe('relay_step', new.id, case new.state when 'told' then 'relay.tell' else 'relay.answer' end,
      coalesce(new.answered_at, new.told_at));
  when 'support_ticket' then
    perform app.owe('support_ticket', new.id, case new.state when 'closed' then 'support.confirm' when 'closing' then 'support.askClose' else 'support.write' end,
      greatest(new.opened_at, new.answered_at, new.closing_at, new.closed_at));
  end case;
  return null;
end $$;

grant execute on function app.reads_subject(text, uuid) to lilink_app;
grant execute on function
  app.keeps_duty(text),
  app.settle_duty(timestamptz, text, text, uuid, text, uuid, text, text, text, timestamptz, boolean, boolean)
to lilink_app, lilink_worker;
create trigger owed after insert on introduction_party for each row when (new.side = 'asked')
  execute function app.note_duty();
create trigger owed after update of state, due_at on introduction for each row
  when (old.state is distinct from new.state or old.due_at is distinct from new.due_at)
  execute function app.note_duty();
create trigger owed after insert or update of state on return_form for each row
  execute function app.note_duty();
create trigger owed after update of due_at on return_round for each row when (old.due_at is distinct from new.due_at)
  execute function app.note_duty();
create trigger owed after insert or update of text, due_on, done_at, withdrawn_at on meeting_decision for each row
  execute function app.note_duty();
create trigger owed after insert or update of state on claim for each row
  execute function app.note_duty();
create trigger owed after insert or update of finding on abuse_report for each row
  execute function app.note_duty();
create trigger owed after insert or update of state on relay_step for each row
  execute function app.note_duty();
create trigger owed after insert or update of state, answered_at on support_ticket for each row
  execute function app.note_duty();

-- Subjects from before this table get their duty, once. Holders who already got the old notice get no second one.
with owed as (
  select 'introduction' as kind, id, sent_at as since from introduction where state = 'sent'
  union all select 'return_form', id, updated_at from return_form where state in ('open', 'draft', 'queried')
  union all select 'meeting_decision', id, created_at from meeting_decision where done_at is null and withdrawn_at is null
  union all select 'claim', id, created_at from claim where state = 'open'
  union all select 'report', id, created_at from abuse_report where finding is null
  union all select 'relay_step', id, told_at from relay_step where state = 'told')
select app.owe(o.kind, o.id, 'upgrade', o.since) from owed o where not exists (select 1 from duty d where d.subject_id = o.id);
update duty d set warned_at = i.reminded_at from introduction i where i.id = d.subject_id and d.warned_at is null and i.reminded_at is not null;
update duty set warned_at = due_at, overdue_at = due_at
  where ended_at is null and overdue_at is null and due_at < now() and app.keeps_duty(subject_kind);
