-- What asked the organization for a return that is handed in now counts as read for all its people: the query of this return, and the
-- opening of its round once nothing else of the round is owed.
create function app.settle_return_notices(p_form uuid, p_now timestamptz)
returns setof uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare f public.return_form;
begin
  select * into f from public.return_form where id = p_form and organization_id = app.org() and state in ('submitted', 'resubmitted');
  if f.id is null or not app.files() then return; end if;
  return query update public.notice n set read_at = p_now
    where n.read_at is null and n.organization_id = f.organization_id
      and n.person_id in (select m.person_id from public.membership m where m.organization_id = f.organization_id)
      and (n.kind = 'return.queried' and starts_with(n.cause_key, f.id || '/')
        or n.kind in ('return.opened', 'return.moved') and (n.cause_key = f.round_id::text or starts_with(n.cause_key, f.round_id || '/'))
          and not exists (select 1 from public.return_form o where o.round_id = f.round_id and o.organization_id = f.organization_id
            and o.state in ('open', 'draft', 'queried')))
    returning n.person_id;
end $$;
--> statement-breakpoint
revoke all on function app.settle_return_notices(uuid, timestamptz) from public;
--> statement-breakpoint
grant execute on function app.settle_return_notices(uuid, timestamptz) to lilink_app;
