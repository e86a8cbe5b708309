ALTER TABLE "meeting" DROP CONSTRAINT "meeting_state";--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "meeting_decision" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "meeting_decision" ADD COLUMN "withdrawn_reason" text;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_state" CHECK ("meeting"."state" in ('called', 'held', 'closed', 'cancelled'));--> statement-breakpoint
grant update (reason, snapshot, release_id) on meeting to lilink_app;
--> statement-breakpoint
grant update (withdrawn_at, withdrawn_reason) on meeting_decision to lilink_app;
--> statement-breakpoint
alter policy officer_holds on meeting using ((select app.officer()) and state in ('called', 'held'));
--> statement-breakpoint
-- What was taken back or carried out is not changed again; to take back is the secretariat's.
alter policy owner_ends on meeting_decision using (done_at is null and withdrawn_at is null
  and (owner_organization_id = (select app.org()) or (select app.officer())))
  with check ((withdrawn_at is null and owner_organization_id = (select app.org())) or (select app.officer()));
--> statement-breakpoint
alter policy officer_takes on meeting_decision with check ((select app.officer()) and exists (select 1 from meeting_item i
  join meeting m on m.id = i.meeting_id where i.id = item_id and m.state = 'held'));
--> statement-breakpoint
alter policy officer on meeting_item using ((select app.officer()) and exists (select 1 from meeting m where m.id = meeting_id and m.state in ('called', 'held')))
  with check ((select app.officer()) and exists (select 1 from meeting m where m.id = meeting_id and m.state in ('called', 'held')));
