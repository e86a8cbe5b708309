import { listMachines } from "@lilink/model/machines";
import { type Machine, machineRows, machineStates } from "@lilink/model/state";

const text = (word: string | null) => (word === null ? "null" : `'${word.replaceAll("'", "''")}'`);

/** Every machine of the product as rows, so that guards of the database read the table that the product reads. [SM3] */
export function fillMachines(machines: readonly Machine[] = listMachines()): string {
  const states = machines.flatMap(machineStates);
  const steps = machines.flatMap(machineRows);
  return `delete from machine_state;
insert into machine_state (machine, state, start, live, review, edit) values
  ${states.map(({ machine, state, start, live, review, edit }) => `(${text(machine)}, ${text(state)}, ${start}, ${live}, ${review}, ${text(edit)})`).join(",\n  ")};
delete from machine_step;
insert into machine_step (machine, step, from_state, to_state, who) values
  ${steps.map(({ machine, step, from, to, who }) => `(${text(machine)}, ${text(step)}, ${text(from)}, ${text(to)}, ${text(who)})`).join(",\n  ")};`;
}
