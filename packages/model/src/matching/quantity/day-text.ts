import { lastDayOf } from "./date-forms.ts";

/** An ISO day; day 0 is the last of its month. @example dayText(2028, [2, 0]) // "2028-02-29" */
export function dayText(y: number, [m, d]: readonly [number, number]): string {
  return `${y}-${two(m)}-${two(d === 0 ? lastDayOf(y, m) : d)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
