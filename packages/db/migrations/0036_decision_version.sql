ALTER TABLE "meeting_decision" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
grant update (text, due_on, version) on meeting_decision to lilink_app;
--> statement-breakpoint
-- Its owner says that it is carried out and how; its words and its day are the secretariat's while the meeting is held.
create function app.guard_decision() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if session_user = 'lilink_app' and (new.text, new.due_on, new.version) is distinct from (old.text, old.due_on, old.version)
    and not (app.officer() and exists (select 1 from public.meeting_item i join public.meeting m on m.id = i.meeting_id
      where i.id = new.item_id and m.state = 'held')) then
    raise exception 'not open to an edit' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger meeting_decision_guarded before update on meeting_decision for each row execute function app.guard_decision();
