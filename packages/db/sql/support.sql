-- Support after the contract: tickets between the two sides of an introduction, moved by what they write.

grant select, insert on support_ticket, support_message to lilink_app;
grant select on support_ticket, support_message to lilink_worker;
grant insert on support_message to lilink_worker;

-- support_ticket: the two sides of an introduction with an outcome, and nobody else. No role changes one; messages do.
create policy worker on support_ticket for select to lilink_worker using (true);
create policy sides on support_ticket for select to lilink_app using (introduction_id = any ((select app.open_introductions())::uuid[]));
create policy opens on support_ticket for insert to lilink_app
  with check (app.own_side(introduction_id, side) and (select app.verified()) and state = 'open' and opened_by is not distinct from (select app.person())
    and num_nonnulls(answered_at, closing_at, closed_at) = 0
    and exists (select 1 from ledger_entry e where e.introduction_id = support_ticket.introduction_id and e.state = 'confirmed'
      and e.step in ('trial', 'contract', 'volume')));
create trigger state_kept before update of state on support_ticket for each row when (old.state is distinct from new.state)
  execute function app.keep_state('support_ticket');

-- support_message: who reads the ticket; each side writes for itself. The worker writes that a wish to close lapsed.
create policy worker on support_message to lilink_worker using (true) with check (side is null);
create policy readers on support_message for select to lilink_app using (exists (select 1 from support_ticket k where k.id = ticket_id));
create policy writes on support_message for insert to lilink_app
  with check (exists (select 1 from support_ticket k where k.id = ticket_id and app.own_side(k.introduction_id, support_message.side)));

-- Whether the actor stands on a side of an introduction that both agreed to.
create or replace function app.own_side(p_introduction uuid, p_side public.introduction_side)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select p_introduction = any (app.open_introductions()) and exists (select 1 from public.introduction_party p
    where p.introduction_id = p_introduction and p.side = p_side and p.organization_id = app.org())
$$;

-- A ticket gets its days by its urgency; 54000 says that too many are open.
create or replace function app.date_ticket() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  new.answer_due_at := app.duty_due('support_ticket.answer.' || new.urgency, new.opened_at);
  new.resolve_due_at := app.duty_due('support_ticket.resolve.' || new.urgency, new.opened_at);
  perform pg_advisory_xact_lock(hashtextextended(new.introduction_id::text, 11));
  if (select count(*) from public.support_ticket k where k.introduction_id = new.introduction_id and k.state <> 'closed') >= 20 then
    raise exception 'too many tickets are open' using errcode = '54000';
  end if;
  return new;
end $$;
create trigger dated before insert on support_ticket for each row execute function app.date_ticket();

-- What is written moves the ticket: the first word of the other side is its answer, a step leads where the machine says. Nobody confirms or
-- reopens their own wish to close. Whoever asked in time and got no word has as many days again: silence makes nobody late. A closed ticket takes no word but the one that opens it again. 55000 says that it stands elsewhere.
create or replace function app.take_support_message() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare k public.support_ticket; v_to text;
begin
  select * into k from public.support_ticket where id = new.ticket_id for update;
  if new.step is null and k.state = 'closed' or new.step is not null and k.state <> all (app.open_for('support_ticket', new.step))
    or new.step in ('confirm', 'reopen') and k.state = 'closing' and new.side = k.closing_side
    or new.step = 'lapse' and k.closing_due_at >= new.created_at then
    raise exception 'the ticket stands elsewhere' using errcode = '55000';
  end if;
  if new.step is not null then
    select s.to_state into v_to from public.machine_step s
      where s.machine = 'support_ticket' and s.step = new.step and s.from_state = k.state;
  end if;
  update public.support_ticket t set
    answered_at = coalesce(t.answered_at, case when new.side <> t.side then new.created_at end),
    state = coalesce(v_to, t.state),
    closing_side = case when v_to = 'open' then null when new.step = 'askClose' then new.side else t.closing_side end,
    closing_at = case when v_to = 'open' then null when new.step = 'askClose' then new.created_at else t.closing_at end,
    closing_due_at = case when v_to = 'open' then null when new.step = 'askClose' then app.duty_due('support_ticket.confirm', new.created_at) else t.closing_due_at end,
    closed_at = case when v_to = 'open' then null when v_to = 'closed' then new.created_at else t.closed_at end,
    resolve_due_at = case when new.step = 'reopen' and t.state = 'closed' then app.duty_due('support_ticket.resolve.' || t.urgency, new.created_at)
      when new.step = 'lapse' and t.closing_side <> t.side and t.closing_at <= t.resolve_due_at
        then greatest(t.resolve_due_at, app.duty_due('support_ticket.confirm', new.created_at))
      else t.resolve_due_at end
    where t.id = k.id;
  return null;
end $$;
create trigger taken after insert on support_message for each row execute function app.take_support_message();

grant execute on function app.own_side(uuid, public.introduction_side) to lilink_app;
