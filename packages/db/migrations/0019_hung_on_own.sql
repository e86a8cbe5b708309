-- Who files returns sees their files, and nobody else of the organization: neither a viewer nor the holder of its seat.
alter policy own on return_import using (organization_id = (select app.org()) and (select app.files()));
--> statement-breakpoint
-- A row of the own organization hangs on a row of the own organization, by whatever statement it is written.
alter policy own_asks on return_import with check (organization_id = (select app.org()) and (select app.files()) and state = 'waiting'
  and exists (select 1 from return_form f where f.id = form_id and f.organization_id = return_import.organization_id));
--> statement-breakpoint
alter policy own_cancels on return_import using (organization_id = (select app.org()) and (select app.files()) and state in ('waiting', 'running'));
--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['posting_draft', 'posting_version'] loop
    execute format('alter policy own on %I with check (organization_id = (select app.org())
      and exists (select 1 from posting p where p.id = posting_id and p.organization_id = (select app.org())))', t);
  end loop;
end $$;
--> statement-breakpoint
alter policy own_insert on posting_part with check (organization_id = (select app.org()) and state = 'review'
  and exists (select 1 from posting p where p.id = posting_id and p.organization_id = (select app.org()) and p.public_id = posting_part.public_id));
--> statement-breakpoint
alter policy own on match_mark with check (organization_id = (select app.org())
  and exists (select 1 from posting p where p.id = own_posting_id and p.organization_id = (select app.org())));
--> statement-breakpoint
alter policy own_write on attachment with check (
  (organization_id = (select app.org()) and claim_id is null or claim_id is not null and uploaded_by = (select app.person())
    and exists (select 1 from claim c where c.id = claim_id and c.person_id = (select app.person())))
  and (posting_id is null or exists (select 1 from posting p where p.id = posting_id and p.organization_id = (select app.org())))
  and (introduction_id is null or introduction_id = any ((select app.open_introductions())::uuid[])));
--> statement-breakpoint
alter policy own_update on attachment with check (organization_id = (select app.org()) and claim_id is null
  and (posting_id is null or exists (select 1 from posting p where p.id = posting_id and p.organization_id = (select app.org())))
  and (introduction_id is null or introduction_id = any ((select app.open_introductions())::uuid[])));
--> statement-breakpoint
alter policy own_gives on disclosure_waiver with check (organization_id = (select app.org()) and (select app.is_admin())
  and given_by = (select app.person()) and withdrawn_at is null
  and group_id is not distinct from (select o.group_id from organization_profile o where o.organization_id = (select app.org())));
