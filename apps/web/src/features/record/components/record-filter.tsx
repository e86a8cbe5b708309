import type { ListQuery } from "@lilink/contract";
import type { Locale, RecordWords } from "@lilink/i18n";
import type { Register } from "@lilink/model/register";
import { Button, Field, FilterBar, Select, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ButtonLink, RoutedLink } from "#components/button-link.tsx";
import type { RecordPage } from "../queries.ts";
import { ownText, showValue } from "../view.ts";

export type RecordFilterProps = {
  readonly register: Register;
  readonly words: RecordWords;
  readonly locale: Locale;
  readonly asked: ListQuery;
  readonly facets: RecordPage["facets"];
};

/** Room for a label beside the arrow of its choice: a Chinese letter is as wide as two others. */
function widthOf(text: string): string {
  const halves = [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 2 : 1), 0);
  return `${Math.max(8.5, halves * 0.5 + 3.25)}rem`;
}

/** A search box and one choice for each facet with its counts; the address holds all of it. */
export function RecordFilter({ register, words, locale, asked, facets }: RecordFilterProps) {
  const t = useTranslations("register.list");
  const common = useTranslations("common.action");
  const path = `/${register.rest.path}`;
  const label = (name: string, value: string) => {
    const field = register.fields[name];
    const named = facets[name]?.find((one) => one.value === value)?.name;
    if (named) return ownText(named, locale);
    const shown =
      field?.kind === "choices"
        ? words.choice(name, value)
        : field && showValue(name, field, value, words, locale);
    return shown ?? value;
  };
  const chosen = register.facets.filter((name) => asked[name] !== undefined);
  // A choice between nothing is none.
  const offered = register.facets.filter((name) => chosen.includes(name) || (facets[name] ?? []).length > 0);
  return (
    <>
      <FilterBar
        label={t("filters")}
        fold={t("fold", { count: chosen.length + (asked.q === undefined ? 0 : 1) })}
        actions={
          <>
            <Button type="submit">{common("search")}</Button>
            <ButtonLink href={path} variant="quiet">
              {common("reset")}
            </ButtonLink>
          </>
        }
      >
        <Field id="q" label={t("search")}>
          {(aria) => (
            <TextInput
              {...aria}
              name="q"
              type="search"
              placeholder={t("search")}
              defaultValue={String(asked.q ?? "")}
            />
          )}
        </Field>
        {offered.map((name) => {
          const any = t("anyOf", { field: words.field(name) });
          return (
            <div key={name} className="min-w-0 sm:max-w-72" style={{ flexBasis: widthOf(any) }}>
              <Field id={`facet-${name}`} label={words.field(name)}>
                {(aria) => (
                  <Select
                    {...aria}
                    name={name}
                    defaultValue={String(asked[name] ?? "")}
                    placeholder={any}
                    options={(facets[name] ?? []).map(({ value, count }) => ({
                      value,
                      label: t("option", { label: label(name, value), count }),
                    }))}
                  />
                )}
              </Field>
            </div>
          );
        })}
        {["state", "own", "sort", "unit"].map((name) =>
          asked[name] === undefined ? null : (
            <input key={name} type="hidden" name={name} value={String(asked[name])} />
          ),
        )}
      </FilterBar>
      {chosen.length > 0 ? (
        <ul aria-label={t("chosen")} className="no-print -mt-1 mb-4 flex flex-wrap gap-2">
          {chosen.map((name) => {
            const { [name]: value, cursor: _cursor, ...rest } = asked;
            return (
              <li key={name}>
                <RoutedLink
                  href={{ pathname: path, query: rest as Record<string, string> }}
                  className="inline-flex h-8 items-center gap-1.5 rounded-md border border-line px-2 text-sm no-underline hover:border-edge"
                >
                  <span className="text-muted">{words.field(name)}</span>
                  <strong className="font-medium">{label(name, String(value))}</strong>
                  <span aria-hidden>×</span>
                  <span className="sr-only">{t("remove")}</span>
                </RoutedLink>
              </li>
            );
          })}
        </ul>
      ) : null}
    </>
  );
}
