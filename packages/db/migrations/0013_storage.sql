CREATE INDEX "attachment_organization_idx" ON "attachment" USING btree ("organization_id");--> statement-breakpoint
-- What the actor's organization has stored, claims of others aside; until the transaction ends the next upload waits to be counted.
create function app.stored_bytes() returns bigint language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('storage ' || coalesce(app.org()::text, ''), 0));
  return (select coalesce(sum(a.size), 0) from public.attachment a where a.organization_id = app.org());
end $$;
--> statement-breakpoint
revoke all on function app.stored_bytes() from public;
--> statement-breakpoint
grant execute on function app.stored_bytes() to lilink_app;
