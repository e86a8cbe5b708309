import { formatNumber, formatQuantity } from "@lilink/i18n";
import type { LinkId } from "@lilink/model/chain";
import { EmptyState, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { FoldedTable } from "#components/folded-table.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { asLabel, attributeName, conceptName } from "#features/posting/view.ts";
import type { WeakRow } from "../queries.ts";
import { balanceWords, offersOf, toWanted } from "../view.ts";
import { ToldCount } from "./told-count.tsx";

const shown = 30;

/** What is asked of each concept against what is offered, in number and in tonnes, and what most often stands in the way. */
export function WeakLinks({ rows }: { readonly rows: readonly WeakRow[] }) {
  const t = useTranslations("market.weak");
  const supply = useTranslations("chain.supply");
  const locale = useLocale();
  const wanted = toWanted(rows);
  const other = (key: "otherBasis" | "otherAlone", lce: string) => (
    <span className="block text-xs text-muted">
      {t(key, { amount: formatQuantity(Number(lce), "t LCE/a", locale, "exact") })}
    </span>
  );
  const amount = (label: string, tonnes: string | undefined, stated: number, of: number, lce?: string) =>
    tonnes === undefined && lce !== undefined ? (
      other("otherAlone", lce)
    ) : tonnes === undefined ? (
      <span data-silent className="text-sm text-muted italic">
        {t(of === 0 ? "nobody" : "noAmount")}
      </span>
    ) : (
      <>
        <span title={t("stated", { stated, of })} className="whitespace-nowrap">
          <span className="text-muted sm:hidden">{label} </span>
          {formatQuantity(Number(tonnes), "t/a", locale, "exact")}
        </span>
        {lce === undefined ? null : other("otherBasis", lce)}
      </>
    );
  return (
    <Section id="supply" title={t("title")}>
      <p className="prose-measure mb-2 text-sm text-muted">{t("lead")}</p>
      <FoldedTable
        caption={t("caption")}
        rows={wanted.slice(0, shown)}
        rowKey={(row) => row.concept}
        groupOf={({ state }) => ({
          key: state,
          heading: t("group", {
            state: supply(state),
            count: wanted.filter((row) => row.state === state).length,
          }),
        })}
        empty={
          <EmptyState
            title={t("none")}
            action={<ButtonLink href="/postings?kind=need">{t("noneStep")}</ButtonLink>}
          />
        }
        columns={[
          {
            key: "concept",
            label: t("concept"),
            lead: true,
            cell: (row) => (
              <TextLink href={`/chain/${row.concept}`}>
                {asLabel(conceptName(row.concept, locale), locale)}
              </TextLink>
            ),
          },
          {
            key: "link",
            label: t("link"),
            speaks: true,
            cell: (row) => <LinkBadge link={row.link as LinkId} />,
          },
          {
            key: "needs",
            label: t("needs"),
            align: "end",
            speaks: true,
            cell: (row) => (
              <ToldCount label={t("needs")} count={row.needs}>
                <TextLink href={`/postings?kind=need&concept=${row.concept}`}>{row.needs}</TextLink>
              </ToldCount>
            ),
          },
          {
            key: "offers",
            label: t("offers"),
            align: "end",
            speaks: true,
            cell: (row) => (
              <ToldCount label={t("offers")} count={offersOf(row) + row.kindOffers}>
                {formatNumber(offersOf(row), locale)}
                {row.kindOffers > 0 ? (
                  <span className="block text-xs text-muted">{t("kinds", { count: row.kindOffers })}</span>
                ) : null}
              </ToldCount>
            ),
          },
          {
            key: "asked",
            label: t("asked"),
            align: "end",
            speaks: true,
            cell: (row) => amount(t("asked"), row.asked, row.askedBy, row.needs, row.otherBasis.asked),
          },
          {
            key: "offered",
            label: t("offered"),
            align: "end",
            speaks: true,
            cell: (row) => (
              <>
                {amount(t("offered"), row.offered, row.offeredBy, offersOf(row), row.otherBasis.offered)}
                {row.balance === null ? null : (
                  <span className="block text-xs whitespace-nowrap text-muted">
                    {t(...balanceWords(row.balance, locale))}
                  </span>
                )}
              </>
            ),
          },
          {
            key: "constraint",
            label: t("constraint"),
            speaks: true,
            className: "sm:min-w-40",
            cell: (row) =>
              row.constraint ? (
                <span>
                  <span className="text-muted sm:hidden">{t("constraintShort")} </span>
                  {t("constraintOf", {
                    attribute: attributeName(row.constraint.attribute, locale),
                    failed: row.constraint.failed,
                    judged: row.constraint.judged,
                  })}
                </span>
              ) : (
                <span data-silent className="text-sm text-muted">
                  {t(offersOf(row) > 0 ? "noConstraint" : "noPair")}
                </span>
              ),
          },
        ]}
      />
      {wanted.length > shown ? (
        <p className="mt-2 text-sm text-muted">{t("more", { count: wanted.length - shown })}</p>
      ) : null}
      <details className="mt-3 text-sm text-muted">
        <summary className="w-fit cursor-pointer hover:text-ink">{t("how")}</summary>
        <p className="prose-measure mt-2">{t("howBody")}</p>
      </details>
    </Section>
  );
}
