-- Reports from which the acting person stays away do not arrive as rows; what a queue says of them comes without words, note and names.
create policy impartial on abuse_report as restrictive for select to lilink_app using (id <> all ((select app.barred_reports())::uuid[]));
--> statement-breakpoint
create function app.kept_reports() returns table (id uuid, public_id text, subject_kind text, subject_public_id text, reason text, words text,
  created_at timestamptz, finding text, note text, decided_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query select r.id, r.public_id, r.subject_kind, r.subject_public_id, r.reason, null::text, r.created_at::timestamptz, r.finding, null::text, r.decided_at::timestamptz
    from public.abuse_report r where r.id = any (app.barred_reports());
end $$;
--> statement-breakpoint
revoke all on function app.kept_reports() from public;
--> statement-breakpoint
grant execute on function app.kept_reports() to lilink_app;
