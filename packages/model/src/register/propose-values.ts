import { shiftDate } from "../calendar/index.ts";
import type { Register, Values } from "./define-register.ts";
import type { Field } from "./field.ts";

/**
 * The values after a change, with the days that fields propose. A day that a person chose stays; one that was only proposed
 * follows the value that proposes it. `today` is an ISO day.
 * @example proposeValues(watchItem, {}, { severity: "3" }, "2026-11-01").dueOn // "2026-11-15"
 */
export function proposeValues(
  { fields }: Pick<Register, "fields">,
  before: Values,
  after: Values,
  today: string,
): Values {
  const proposed = Object.entries(fields).flatMap(([name, field]) => {
    const isChosen = after[name] && after[name] !== proposalOf(field, before, today);
    const day = isChosen ? null : proposalOf(field, after, today);
    return day === null ? [] : [[name, day]];
  });
  return { ...after, ...Object.fromEntries(proposed) };
}

function proposalOf(field: Field, values: Values, today: string): string | null {
  if (field.kind !== "day" || !field.propose) return null;
  const days = field.propose.days[String(values[field.propose.by])];
  if (days === undefined) return null;
  return shiftDate(today, days);
}
