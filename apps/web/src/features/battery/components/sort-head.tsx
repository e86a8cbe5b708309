import { useTranslations } from "next-intl";
import { RoutedLink } from "#components/button-link.tsx";

export type Sorting = {
  /** The name in the address that says by what the list is ordered. */
  readonly name: "sort" | "by";
  /** How it is ordered now; with a minus the other way. */
  readonly now: string | undefined;
  /** Everything else that the address asks. */
  readonly asked: Readonly<Record<string, string | undefined>>;
  readonly hash: string;
};

/** What a column by which a list can be ordered adds to its head. */
export function sortedBy(sorting: Sorting | undefined, key: string, label: string) {
  if (!sorting) return {};
  const { now } = sorting;
  return {
    head: <SortHead sorting={sorting} by={key} label={label} />,
    sorted: now === key ? ("ascending" as const) : now === `-${key}` ? ("descending" as const) : undefined,
  };
}

type SortHeadProps = { readonly sorting: Sorting; readonly by: string; readonly label: string };

/** The head of a column, which a press sorts by; pressed again it turns round. */
function SortHead({ sorting: { name, now, asked, hash }, by, label }: SortHeadProps) {
  const query = { ...asked, [name]: now === by ? `-${by}` : by };
  return (
    <RoutedLink
      className="whitespace-nowrap text-inherit underline decoration-edge decoration-dotted underline-offset-4 hover:decoration-solid"
      href={{ pathname: "/batteries", query, ...{ hash } }}
    >
      {label}
      {now === by ? <span aria-hidden>{"\u00a0↑"}</span> : null}
      {now === `-${by}` ? <span aria-hidden>{"\u00a0↓"}</span> : null}
    </RoutedLink>
  );
}

type SortLineProps = {
  readonly sorting: Sorting;
  readonly keys: readonly (readonly [key: string, label: string])[];
};

/** The same on a phone, where a table has no heads. */
export function SortLine({ sorting, keys }: SortLineProps) {
  const t = useTranslations("battery.list");
  return (
    <p className="no-print mb-2 flex flex-wrap gap-x-4 gap-y-1 text-sm sm:hidden">
      <span className="text-muted">{t("order")}</span>
      {keys.map(([key, label]) => (
        <SortHead key={key} sorting={sorting} by={key} label={label} />
      ))}
    </p>
  );
}
