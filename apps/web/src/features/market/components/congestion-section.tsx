import type { LinkId } from "@lilink/model/chain";
import { type Column, DataTable, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { asLabel, conceptName } from "#features/posting/view.ts";
import type { MarketData } from "../queries.ts";
import { type LinkRow, toLinkRows, toPressed } from "../view.ts";
import { ToldCount } from "./told-count.tsx";

const shown = 30;

type ConceptRow = MarketData["sums"]["concepts"][number];
type Counts = Omit<LinkRow, "link">;

/** What the allocation relieves, by link and by concept, beside a market in which everybody asks its best. */
export function CongestionSection({ sums }: { readonly sums: MarketData["sums"] }) {
  const t = useTranslations("market.congestion");
  const locale = useLocale();
  const pressed = toPressed(sums.concepts);
  const links = toLinkRows(sums.concepts);
  const isPressed = links.some(({ overAsked, asksAbove }) => overAsked + asksAbove > 0);
  // A column in which nothing stands tells nothing.
  const columnsOf = <Row extends Counts>(
    label: string,
    rows: readonly Counts[],
    cell: (row: Row) => ReactNode,
  ): readonly Column<Row>[] => [
    { key: "what", label, lead: true, cell },
    ...(["overAsked", "asksAbove", "needsAlone", "capabilitiesAlone", "gained", "lost"] as const)
      .filter((key) => rows.some((row) => row[key] > 0))
      .map(
        (key): Column<Row> => ({
          key,
          label: t(key),
          align: "end",
          speaks: true,
          cell: (row) => <ToldCount label={t(key)} count={row[key]} />,
        }),
      ),
  ];
  return (
    <>
      <Section id="congestion" title={t(isPressed ? "titlePressed" : "title")}>
        <p className="prose-measure mb-2 text-sm text-muted">
          {[
            t(isPressed ? "lead" : "calm", { places: sums.places }),
            ...(links.some(({ gained, lost }) => gained + lost > 0) ? [t("moves")] : []),
          ].join(locale === "en" ? " " : "")}
        </p>
        <DataTable
          caption={t("byLink")}
          rows={links}
          rowKey={(row) => row.link}
          columns={columnsOf<LinkRow>(t("link"), links, ({ link }) => <LinkBadge link={link} />)}
        />
      </Section>
      {pressed.length > 0 ? (
        <Section id="pressed" title={t("byConcept")} fold={pressed.length} shut>
          <DataTable
            caption={t("byConcept")}
            rows={pressed.slice(0, shown)}
            rowKey={(row) => row.concept}
            columns={columnsOf<ConceptRow>(t("concept"), pressed, ({ concept, link }) => (
              <span className="inline-flex flex-wrap items-center gap-2">
                <TextLink href={`/chain/${concept}`}>
                  {asLabel(conceptName(concept, locale), locale)}
                </TextLink>
                <LinkBadge link={link as LinkId} />
              </span>
            ))}
          />
          {pressed.length > shown ? (
            <p className="mt-2 text-sm text-muted">{t("more", { count: pressed.length - shown })}</p>
          ) : null}
        </Section>
      ) : null}
    </>
  );
}
