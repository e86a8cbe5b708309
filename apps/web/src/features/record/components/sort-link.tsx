import type { ListQuery } from "@lilink/contract";
import { openingSort, type Register } from "@lilink/model/register";
import { RoutedLink } from "#components/button-link.tsx";

/** How the list stands by a column: as the address asks, else as its register opens. */
export function sortOf(
  register: Register,
  asked: ListQuery,
  name: string,
): "ascending" | "descending" | undefined {
  const sort = asked.sort ?? openingSort(register);
  if (sort === name) return "ascending";
  return sort === `-${name}` ? "descending" : undefined;
}

/** The head of a column, which a press sorts by. */
export function SortLink({
  register,
  name,
  label,
  asked,
}: {
  readonly register: Register;
  readonly name: string;
  readonly label: string;
  readonly asked: ListQuery;
}) {
  const { cursor: _cursor, ...rest } = asked;
  const sorted = sortOf(register, asked, name);
  // Figures and days are asked for from the top, names from the first letter.
  const kind = register.fields[name]?.kind ?? "";
  const falls = sorted ? sorted === "ascending" : kind === "figure" || kind === "count" || kind === "day";
  const sort = falls ? `-${name}` : name;
  return (
    <RoutedLink
      // A dotted line says that a press sorts; the arrow says by what.
      className="text-inherit underline decoration-edge decoration-dotted underline-offset-4 hover:decoration-solid"
      href={{ pathname: `/${register.rest.path}`, query: { ...rest, sort } as Record<string, string> }}
    >
      {label}
      {sorted ? <span aria-hidden>{sorted === "ascending" ? "\u00a0↑" : "\u00a0↓"}</span> : null}
    </RoutedLink>
  );
}
