-- State machines: a state changes only by a step that the model declares.

-- machine_state, machine_step: seeded from @lilink/model; everybody may know how a thing moves.
grant select on machine_state, machine_step to lilink_app, lilink_worker;
create policy readers on machine_state for select to lilink_app, lilink_worker using (true);
create policy readers on machine_step for select to lilink_app, lilink_worker using (true);

-- Whether some step of a machine leads from one state to another.
create or replace function app.may_step(p_machine text, p_from text, p_to text)
returns boolean language sql stable set search_path = pg_catalog, public as $$
  select exists (select 1 from public.machine_step s where s.machine = p_machine and s.from_state = p_from and s.to_state = p_to)
$$;

-- The states in which a step may be taken.
create or replace function app.open_for(p_machine text, p_step text)
returns text[] language sql stable set search_path = pg_catalog, public as $$
  select array(select s.from_state from public.machine_step s where s.machine = p_machine and s.step = p_step)
$$;

-- Whatever statement the app or the worker sends, a state follows the machine; the owner of the database may repair.
create or replace function app.keep_state() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if session_user in ('lilink_app', 'lilink_worker') and not app.may_step(tg_argv[0], old.state::text, new.state::text) then
    raise exception 'no step of % leads from % to %', tg_argv[0], old.state, new.state using errcode = '42501';
  end if;
  return new;
end $$;

grant execute on function
  app.may_step(text, text, text),
  app.open_for(text, text),
  app.keep_state()
to lilink_app, lilink_worker;
create trigger state_kept before update of state on posting for each row when (old.state is distinct from new.state)
  execute function app.keep_state('posting');
create trigger state_kept before update of state on introduction for each row when (old.state is distinct from new.state)
  execute function app.keep_state('introduction');
create trigger state_kept before update of state on return_form for each row when (old.state is distinct from new.state)
  execute function app.keep_state('return');
create trigger state_kept before update of state on return_import for each row when (old.state is distinct from new.state)
  execute function app.keep_state('return_import');
create trigger state_kept before update of state on record_import for each row when (old.state is distinct from new.state)
  execute function app.keep_state('return_import');
create trigger state_kept before update of state on battery_capture for each row when (old.state is distinct from new.state)
  execute function app.keep_state('return_import');
create trigger state_kept before update of state on figure_release for each row when (old.state is distinct from new.state)
  execute function app.keep_state('release');
create trigger state_kept before update of state on claim for each row when (old.state is distinct from new.state)
  execute function app.keep_state('claim');
create trigger state_kept before update of state on webhook_delivery for each row when (old.state is distinct from new.state)
  execute function app.keep_state('webhook_delivery');
