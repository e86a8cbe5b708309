/**
 * Records whose register got a machine of its own stand in its states: the field that said how far a right had come is now its state.
 * A database that never had the field has nothing to move. It runs once, after the rows of the machines. [MR3]
 */
export function moveStates(): string {
  return `do $$ begin
  if exists (select 1 from information_schema.columns
      where table_schema = 'public' and table_name = 'mining_right_version' and column_name = 'phase') then
    update public.mining_right h set state = case v.phase when 'held' then 'granted' else v.phase end
      from public.mining_right_version v
      where h.state = 'published' and v.record_id = h.id and v.version = h.live_version and v.level = 'everyone' and v.phase is not null;
    update public.mining_right set state = 'planned' where state = 'published';
  end if;
end $$;`;
}
