import type { FieldLabels } from "../error-message.ts";

/** Faults in the order in which the form names its fields, which is the order on the page; the schema's may be another. */
export function inOrder<T extends { readonly field: string }>(found: readonly T[], labels: FieldLabels): T[] {
  const names = Object.keys(labels).map((name) => name.split(".")[0]);
  const placeOf = ({ field }: T) => {
    const place = names.indexOf(field.split(".")[0]);
    return place < 0 ? names.length : place;
  };
  return [...found].sort((a, b) => placeOf(a) - placeOf(b));
}
