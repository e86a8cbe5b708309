import { formatQuantity } from "@lilink/i18n";
import type { LinkId } from "@lilink/model/chain";
import { Button, type Column, DataTable, Field, FilterBar, Section, Select } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { asLabel, conceptName } from "#features/posting/view.ts";
import type { BalanceRow } from "../queries.ts";
import { chooseConcept, type PlacedRow, placeAround, tonnesText } from "../view.ts";

export type ChainBalanceProps = {
  readonly rows: readonly BalanceRow[];
  /** The concept of the address; anything else opens the one that misses most. */
  readonly concept: unknown;
};

/** What can be met of a concept and of its neighbours in the chain, what goes without and what is spare, in t/a. */
export function ChainBalance({ rows, concept }: ChainBalanceProps) {
  const t = useTranslations("market.balance");
  const locale = useLocale();
  const chosen = chooseConcept(rows, concept);
  if (chosen === null) return null;
  const amount = (tonnes: string | undefined, stated: number, of: number, lce: string | undefined) => {
    if (tonnes === undefined && lce !== undefined)
      return (
        <span className="text-sm text-muted">
          {t("otherAlone", { amount: formatQuantity(Number(lce), "t LCE/a", locale, "exact") })}
        </span>
      );
    if (of === 0) return <span className="text-sm text-muted">{t("nobody")}</span>;
    if (tonnes === undefined)
      return <span className="text-sm text-muted italic">{t("noAmount", { of })}</span>;
    return (
      <>
        {tonnesText(tonnes, locale)}
        {stated < of ? (
          <span className="block text-[0.85em] text-muted">{t("stated", { stated, of })}</span>
        ) : null}
      </>
    );
  };
  const tonnes = (value: string, known: string | undefined, of: number) => {
    if (of === 0) return <span className="text-sm text-muted">{t("nobody")}</span>;
    return known === undefined ? (
      <span className="text-sm text-muted italic">{t("unknown")}</span>
    ) : (
      tonnesText(value, locale)
    );
  };
  // Who offers without an amount may meet more than what is stated.
  const bounded = (row: PlacedRow, value: string, bound: "atLeast" | "atMost") => {
    if (row.asked === undefined || row.offeredBy === row.capabilities)
      return tonnes(value, row.asked, row.needs);
    return row.offered === undefined ? (
      <span className="text-sm text-muted italic">{t("unknown")}</span>
    ) : (
      t(bound, { amount: tonnesText(value, locale) })
    );
  };
  const columns: readonly Column<PlacedRow>[] = [
    {
      key: "concept",
      label: t("concept"),
      lead: true,
      cell: (row) => (
        <span className={row.place === "own" ? "font-semibold" : undefined}>
          <TextLink href={`/chain/${row.concept}`}>
            {asLabel(conceptName(row.concept, locale), locale)}
          </TextLink>
        </span>
      ),
    },
    { key: "place", label: t("place"), speaks: true, cell: (row) => t(`places.${row.place}`) },
    { key: "link", label: t("link"), speaks: true, cell: (row) => <LinkBadge link={row.link as LinkId} /> },
    {
      key: "offered",
      label: t("offered"),
      align: "end",
      cell: (row) => amount(row.offered, row.offeredBy, row.capabilities, row.otherBasis.offered),
    },
    {
      key: "asked",
      label: t("asked"),
      align: "end",
      cell: (row) => amount(row.asked, row.askedBy, row.needs, row.otherBasis.asked),
    },
    { key: "met", label: t("met"), align: "end", cell: (row) => bounded(row, row.met, "atLeast") },
    { key: "unmet", label: t("unmet"), align: "end", cell: (row) => bounded(row, row.unmet, "atMost") },
    {
      key: "spare",
      label: t("spare"),
      align: "end",
      cell: (row) => tonnes(row.spare, row.offered, row.capabilities),
    },
    {
      key: "oneMore",
      label: t("oneMore"),
      cell: ({ oneMore, asked, offered }) => {
        if (asked === undefined && offered === undefined)
          return <span className="text-sm text-muted">{t("more.unknown")}</span>;
        return oneMore.does === "serves"
          ? t("more.serves", { concept: conceptName(oneMore.need, locale) })
          : t(`more.${oneMore.does}`);
      },
    },
  ];
  return (
    <Section id="volumes" title={t("title")} fold={asLabel(conceptName(chosen, locale), locale)}>
      <p className="prose-measure mb-2 text-sm text-muted">{t("lead")}</p>
      <FilterBar label={t("choose")} actions={<Button type="submit">{t("show")}</Button>}>
        <Field id="concept" label={t("concept")}>
          {(aria) => (
            <Select
              {...aria}
              name="concept"
              defaultValue={chosen}
              options={rows.map((row) => ({
                value: row.concept,
                label: asLabel(conceptName(row.concept, locale), locale),
              }))}
            />
          )}
        </Field>
      </FilterBar>
      <DataTable
        caption={t("caption", { concept: conceptName(chosen, locale) })}
        rows={placeAround(rows, chosen)}
        rowKey={(row) => row.concept}
        columns={columns}
      />
    </Section>
  );
}
