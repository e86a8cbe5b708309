import type { RecordWords } from "@lilink/i18n";
import { type Figure, openingSort, type Register } from "@lilink/model/register";
import { cn, type Density } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RoutedLink } from "#components/button-link.tsx";
import { ListTools } from "#components/list-tools.tsx";
import type { RecordItem } from "../queries.ts";
import { type Substance, substanceQuery, substances } from "../view.ts";

export type ColumnChoiceProps = {
  readonly register: Register;
  readonly words: RecordWords;
  readonly columns: readonly string[];
  /** Whether the reader chose no columns. */
  readonly isDefault: boolean;
  readonly asked: Readonly<Record<string, string>>;
  readonly substance?: Substance | undefined;
  readonly density: Density;
  readonly rows: readonly Pick<RecordItem, "values">[];
  /** How many rows of the list are overdue, where the reader takes the steps. */
  readonly overdue?: number;
  /** What else stands in the line: the reader's own views. */
  readonly children?: ReactNode;
};

const chip =
  "inline-flex h-8 items-center rounded-md border border-line px-2 text-sm no-underline hover:border-edge aria-[current=true]:border-ink aria-[current=true]:font-medium";

/** Which columns stand in the list, whether its rows stand by duty, and in which substance contained lithium is shown; all live in the address. */
export function ColumnChoice({
  register,
  words,
  columns,
  isDefault,
  asked,
  substance,
  density,
  rows,
  overdue = 0,
  children,
}: ColumnChoiceProps) {
  const t = useTranslations("register.list");
  const pathname = `/${register.rest.path}`;
  const [title = "", ...shown] = columns;
  const base = { ...asked, ...(isDefault ? {} : { columns: shown.join(".") }) };
  const hasLithium = columns.some((name) => {
    const field = register.fields[name];
    return field?.kind === "figure" && field.units.some((unit) => / (?:Li2O|LCE)$/.test(unit));
  });
  const unit = hasLithium ? substanceQuery(substance) : {};
  const toggle = (name: string) =>
    Object.keys(register.fields)
      .filter((one) => one !== title && (one === name ? !shown.includes(one) : shown.includes(one)))
      .join(".");
  const { sort, ...unsorted } = asked;
  const isByDuty = sort === "due" || sort === "-due";
  const kept = {
    ...(isDefault ? {} : { columns: shown.join(".") }),
    ...unit,
  };
  const order = sort ?? openingSort(register);
  const ordered = order.replace(/^-/, "");
  // Of a range without a figure of its own, the first end is what the list compares.
  const field = register.fields[ordered];
  // A score means nothing to who does not know its ends.
  const hasMeaning = field?.kind === "figure" && field.widest !== undefined;
  const hasRanges =
    field?.kind === "figure" &&
    rows.some(({ values }) => {
      const figure = values[ordered] as Figure | null;
      return figure?.value === null && figure.low !== null && figure.high !== null;
    });
  return (
    <div className="no-print mb-3 flex flex-wrap items-center gap-x-6 gap-y-2">
      {children}
      {hasLithium ? (
        <nav aria-label={t("substance")} className="flex flex-wrap items-center gap-1.5">
          <span className="mr-1 text-sm text-muted">{t("substance")}</span>
          {substances.toReversed().map((one) => (
            <RoutedLink
              key={one}
              className={chip}
              aria-current={substance === one}
              href={{ pathname, query: { ...base, ...substanceQuery(one) } }}
              scroll={false}
            >
              {one.replace("Li2O", "Li₂O")}
            </RoutedLink>
          ))}
          <RoutedLink
            className={chip}
            aria-current={substance === undefined}
            href={{ pathname, query: { ...base, ...substanceQuery(undefined) } }}
            scroll={false}
          >
            {t("asPrinted")}
          </RoutedLink>
        </nav>
      ) : null}
      {register.due ? (
        <RoutedLink
          className={chip}
          aria-current={isByDuty}
          href={{ pathname, query: { ...unsorted, ...kept, ...(isByDuty ? {} : { sort: "due" }) } }}
          scroll={false}
        >
          {t("byDuty")}
          {overdue > 0 ? (
            <span className="ml-2 text-danger">{t("duty.overdue", { count: overdue })}</span>
          ) : null}
        </RoutedLink>
      ) : null}
      {/* A phone shows no heads, so the order is said here; and everywhere what stands for a range. */}
      {ordered in register.fields ? (
        <span className={cn("text-sm text-muted", !hasRanges && !hasMeaning && "sm:hidden")}>
          {t(order === ordered ? "risingBy" : "fallingBy", { field: words.field(ordered) })}
          {[hasMeaning ? words.help(ordered) : null, hasRanges ? t("ranges") : null].map((said) =>
            said ? (
              <span key={said} className="ml-2 before:mr-2 before:content-['·']">
                {said}
              </span>
            ) : null,
          )}
        </span>
      ) : null}
      {/* A phone shows cards, and no rows that could be lower. */}
      <span className="ml-auto text-sm max-sm:hidden">
        <ListTools density={density} />
      </span>
      <details className="relative text-sm max-sm:ml-auto">
        <summary className="cursor-pointer text-muted hover:text-ink">{t("columns")}</summary>
        <ul className="absolute right-0 z-20 mt-1 grid max-h-96 min-w-56 gap-0.5 overflow-y-auto rounded-md border border-line bg-ground p-2 shadow-overlay">
          {Object.keys(register.fields)
            .filter((name) => name !== title)
            .map((name) => (
              <li key={name}>
                <RoutedLink
                  scroll={false}
                  className="flex items-center gap-2 rounded-sm px-2 py-1 no-underline hover:bg-raised"
                  href={{
                    pathname,
                    query: { ...asked, ...unit, columns: toggle(name) },
                  }}
                >
                  <span aria-hidden className="w-4">
                    {shown.includes(name) ? "✓" : ""}
                  </span>
                  {words.field(name)}
                  <span className="sr-only">{t(shown.includes(name) ? "isShown" : "isHidden")}</span>
                </RoutedLink>
              </li>
            ))}
        </ul>
      </details>
    </div>
  );
}
