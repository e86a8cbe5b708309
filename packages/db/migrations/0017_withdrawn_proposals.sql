ALTER TABLE "definition" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "return_import" ADD COLUMN "size" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
-- What the actor's organization has stored, files of returns too, claims of others aside; until the transaction ends the next upload waits to be counted.
create or replace function app.stored_bytes() returns bigint language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('storage ' || coalesce(app.org()::text, ''), 0));
  return (select coalesce(sum(a.size), 0) from public.attachment a where a.organization_id = app.org())
    + (select coalesce(sum(i.size), 0) from public.return_import i where i.organization_id = app.org());
end $$;
--> statement-breakpoint
grant update (withdrawn_at) on definition to lilink_app;
--> statement-breakpoint
alter policy adopt on definition using ((select app.secretary()) and not adopted and withdrawn_at is null);
--> statement-breakpoint
-- Whoever proposed it takes it back, or a secretary turns it down; its number is not given again.
create policy withdraw on definition for update to lilink_app
  using ((select app.officer()) and not adopted and withdrawn_at is null and (proposed_by = (select app.person()) or (select app.secretary())))
  with check ((select app.officer()) and not adopted and withdrawn_at is not null);
