-- Meetings of the coordination group: items, decisions, seats, papers.

-- meeting
grant select, insert on meeting to lilink_app;
grant update (title, held_at, venue, state, release_id, snapshot, minutes, closed_at, reason) on meeting to lilink_app;
grant select on meeting to lilink_worker;
create policy worker on meeting to lilink_worker using (true) with check (true);
create policy officer_calls on meeting for insert to lilink_app with check ((select app.officer()) and called_by = (select app.person()) and state = 'called');
create policy officer_holds on meeting for update to lilink_app using ((select app.officer()) and state in ('called', 'held')) with check ((select app.officer()));
create policy seated on meeting for select to lilink_app
  using ((select app.officer()) or exists (select 1 from meeting_seat s where s.meeting_id = meeting.id and s.organization_id = (select app.org())));

-- meeting_item
grant select, insert, delete on meeting_item to lilink_app;
grant update (position, title, notes) on meeting_item to lilink_app;
grant select, insert on meeting_item to lilink_worker;
create policy worker on meeting_item to lilink_worker using (true) with check (true);
create policy officer on meeting_item to lilink_app using ((select app.officer()) and exists (select 1 from meeting m where m.id = meeting_id and m.state in ('called', 'held')))
  with check ((select app.officer()) and exists (select 1 from meeting m where m.id = meeting_id and m.state in ('called', 'held')));
create policy seated on meeting_item for select to lilink_app using (exists (select 1 from meeting m where m.id = meeting_id));

-- meeting_decision
grant select, insert on meeting_decision to lilink_app;
grant update (text, due_on, done_at, done_note, withdrawn_at, withdrawn_reason, version) on meeting_decision to lilink_app;
grant select on meeting_decision to lilink_worker;
create policy worker on meeting_decision to lilink_worker using (true) with check (true);
create policy impartial_end on meeting_decision as restrictive for update to lilink_app
  using (owner_organization_id <> all ((select app.barred())::uuid[]))
  with check (owner_organization_id <> all ((select app.barred())::uuid[]));
create policy impartial_take on meeting_decision as restrictive for insert to lilink_app
  with check (owner_organization_id <> all ((select app.barred())::uuid[]));
create policy officer_takes on meeting_decision for insert to lilink_app
  with check ((select app.officer()) and exists (select 1 from meeting_item i
  join meeting m on m.id = i.meeting_id where i.id = item_id and m.state = 'held'));
-- A decision that was withdrawn or carried out no longer changes. Only the secretariat withdraws one.
create policy owner_ends on meeting_decision for update to lilink_app using (done_at is null and withdrawn_at is null
  and (owner_organization_id = (select app.org()) or (select app.officer())))
  with check ((withdrawn_at is null and owner_organization_id = (select app.org())) or (select app.officer()));
-- The owner of a decision reads it without a seat; the rest of the meeting stays closed to them.
create policy owner_or_seated on meeting_decision for select to lilink_app using (owner_organization_id = (select app.org())
  or exists (select 1 from meeting_item i where i.id = item_id));

-- meeting_seat
grant select, insert, delete on meeting_seat to lilink_app;
grant select on meeting_seat to lilink_worker;
create policy worker on meeting_seat to lilink_worker using (true) with check (true);
create policy officer_adds on meeting_seat for insert to lilink_app with check ((select app.officer()));
create policy officer_removes on meeting_seat for delete to lilink_app using ((select app.officer()));
create policy own_or_officer on meeting_seat for select to lilink_app using (organization_id = (select app.org()) or (select app.officer()));

-- meeting_paper
grant select (id, public_id, meeting_id, kind, locale, type, file_id, size, sha256, made_at) on meeting_paper to lilink_app;
grant select, insert, update, delete on meeting_paper to lilink_worker;
create policy worker on meeting_paper to lilink_worker using (true) with check (true);
-- The full board, with the sums of the exchange, is for the secretariat; agenda and minutes are for every seat.
create policy seated on meeting_paper for select to lilink_app
  using ((kind <> 'board' or (select app.officer())) and exists (select 1 from meeting m where m.id = meeting_id));

-- meeting_view
grant select, insert on meeting_view to lilink_app;
grant select on meeting_view to lilink_worker;
create policy worker on meeting_view to lilink_worker using (true) with check (true);
create policy officer on meeting_view for select to lilink_app using ((select app.officer()));
create policy reader on meeting_view for insert to lilink_app
  with check (person_id = (select app.person()) and organization_id = (select app.org()) and exists (select 1 from meeting m where m.id = meeting_id));

-- A meeting follows its states; once held, its name, time, place and frozen board no longer change.
create or replace function app.keep_meeting() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if new.state <> old.state and not app.may_step('meeting', old.state, new.state)
    or old.state <> 'called' and (new.snapshot, new.release_id, new.title, new.held_at, new.venue, new.reason)
      is distinct from (old.snapshot, old.release_id, old.title, old.held_at, old.venue, old.reason)
  then raise exception 'a meeting that has begun' using errcode = '42501'; end if;
  return new;
end $$;

-- The owner of a decision reports it as done; only the secretariat changes its text and date, while the meeting is held.
create or replace function app.guard_decision()
returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if session_user = 'lilink_app' and (new.text, new.due_on, new.version) is distinct from (old.text, old.due_on, old.version)
    and not (app.officer() and exists (select 1 from public.meeting_item i join public.meeting m on m.id = i.meeting_id
      where i.id = new.item_id and m.state = 'held')) then
    raise exception 'not open to an edit' using errcode = '42501';
  end if;
  return new;
end $$;

create trigger kept before update on meeting for each row
  execute function app.keep_meeting();
create trigger meeting_decision_guarded before update on meeting_decision for each row
  execute function app.guard_decision();
