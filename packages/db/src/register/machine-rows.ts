import { listMachines } from "@lilink/model/machines";
import { type Machine, machineRows, machineStates } from "@lilink/model/state";

const text = (word: string | null) => (word === null ? "null" : `'${word.replaceAll("'", "''")}'`);

/**
 * Every machine of the product as rows, so that guards of the database read the table that the product reads. One statement a table, for the
 * plan runs again only those whose text changed. [SM3]
 */
export function fillMachines(machines: readonly Machine[] = listMachines()): string {
  const states = machines.flatMap(machineStates);
  const steps = machines.flatMap(machineRows);
  return `merge into machine_state m
using (values
  ${states.map(({ machine, state, start, live, review, edit }) => `(${text(machine)}, ${text(state)}, ${start}, ${live}, ${review}, ${text(edit)}::text)`).join(",\n  ")}
) v (machine, state, start, live, review, edit) on v.machine = m.machine and v.state = m.state
when matched then update set start = v.start, live = v.live, review = v.review, edit = v.edit
when not matched by target then insert values (v.machine, v.state, v.start, v.live, v.review, v.edit)
when not matched by source then delete;
merge into machine_step m
using (values
  ${steps.map(({ machine, step, from, to, who }) => `(${text(machine)}, ${text(step)}, ${text(from)}, ${text(to)}, ${text(who)})`).join(",\n  ")}
) v (machine, step, from_state, to_state, who) on v.machine = m.machine and v.step = m.step and v.from_state = m.from_state
when matched then update set to_state = v.to_state, who = v.who
when not matched by target then insert values (v.machine, v.step, v.from_state, v.to_state, v.who)
when not matched by source then delete;`;
}
