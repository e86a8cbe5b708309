import { type PostingFacet, type PostingFilter, searchSorts, toPostingAddress } from "@lilink/contract";
import { cooperationForms, maturitySteps } from "@lilink/model/posting";
import { Button, Field, Select, type SelectOption, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { regionOptions } from "#features/posting/queries.ts";
import { chosenValues, isEmptyFilter } from "../view.ts";
import { useFacetText } from "./facet-text.ts";

export type ExploreFilterProps = {
  readonly filter: PostingFilter;
  readonly sort: (typeof searchSorts)[number];
  readonly concepts: readonly { readonly id: string; readonly count: number }[];
  readonly isOpen: boolean;
};

const sortNames = {
  newest: "sortNewest",
  oldest: "sortOldest",
  ending: "sortEnding",
  lasting: "sortLasting",
  best: "sortBest",
} as const satisfies Record<(typeof searchSorts)[number], string>;

/** The query as a plain form of the address; what is rarely used is folded away, and only a text has a best answer. */
export function ExploreFilter({ filter, sort, concepts, isOpen }: ExploreFilterProps) {
  const t = useTranslations("search");
  const action = useTranslations("common.action");
  const open = isOpen || chosenValues(filter).some(({ facet }) => isFolded(facet));
  return (
    <search aria-label={t("query")} className="no-print block border-y border-line py-3">
      <form method="get" className="flex flex-col gap-3">
        {(["kind", "link", "organization"] as const).map((facet) =>
          filter[facet].length > 0 ? (
            <input key={facet} type="hidden" name={facet} value={filter[facet].join(",")} />
          ) : null,
        )}
        <div className="flex flex-wrap items-end gap-2">
          <Field id="q" label={t("text")} className="min-w-0 flex-1 basis-64">
            {(aria) => (
              <TextInput
                {...aria}
                name="q"
                type="search"
                placeholder={t("textHelp")}
                defaultValue={filter.q}
              />
            )}
          </Field>
          <Field id="sort" label={t("sort")} className="basis-36">
            {(aria) => (
              <Select
                {...aria}
                name="sort"
                defaultValue={sort}
                options={searchSorts
                  .filter((value) => value !== "best" || filter.q !== "")
                  .map((value) => ({ value, label: t(sortNames[value]) }))}
              />
            )}
          </Field>
          <Button type="submit">{action("search")}</Button>
          {isEmptyFilter(filter) ? null : (
            <ButtonLink href="/postings" variant="quiet">
              {action("reset")}
            </ButtonLink>
          )}
        </div>
        {open ? (
          <details open>
            <summary className="w-fit py-1 text-sm text-muted">{t("more")}</summary>
            <FoldedFields filter={filter} concepts={concepts} />
          </details>
        ) : (
          <p>
            <TextLink
              href={{ pathname: "/postings", query: { ...toQuery(filter), more: "1" } }}
              className="py-1 text-sm text-muted"
            >
              {t("more")}
            </TextLink>
          </p>
        )}
      </form>
    </search>
  );
}

const folded = ["concept", "region", "maturity", "cooperation"] as const satisfies readonly PostingFacet[];

function isFolded(facet: PostingFacet): boolean {
  return folded.some((one) => one === facet);
}

function toQuery(filter: PostingFilter): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(toPostingAddress(filter)));
}

/** Sent only to whoever opens them: their hundred options are as much as the list itself. */
function FoldedFields({ filter, concepts }: Pick<ExploreFilterProps, "filter" | "concepts">) {
  const t = useTranslations("search");
  const locale = useLocale();
  const text = useFacetText();
  const counted = concepts.map(({ id, count }) => ({
    value: id,
    label: t("option", { label: text("concept", id), count }),
  }));
  const missing = filter.concept.filter((id) => !concepts.some((concept) => concept.id === id));
  const options = {
    concept: [...missing.map((id) => ({ value: id, label: text("concept", id) })), ...counted],
    region: regionOptions(locale),
    maturity: maturitySteps.map((value) => ({ value, label: text("maturity", value) })),
    cooperation: cooperationForms.map((value) => ({ value, label: text("cooperation", value) })),
  } as const satisfies Record<(typeof folded)[number], readonly SelectOption[]>;
  return (
    <div className="mt-2 grid gap-x-4 gap-y-3 sm:grid-cols-2 xl:grid-cols-4">
      {folded.map((facet) => (
        <Field key={facet} id={facet} label={t(facet)}>
          {(aria) => (
            <Select
              {...aria}
              name={facet}
              defaultValue={filter[facet].join(",")}
              placeholder={t("any")}
              options={withSeveral(options[facet], filter[facet], (value) => text(facet, value))}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

/** A list offers one value; several that an address names stay chosen as one entry of their own. */
function withSeveral(
  options: readonly SelectOption[],
  chosen: readonly string[],
  name: (value: string) => string,
): readonly SelectOption[] {
  if (chosen.length < 2) return options;
  return [{ value: chosen.join(","), label: chosen.map(name).join(" + ") }, ...options];
}
