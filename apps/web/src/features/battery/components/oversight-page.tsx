import { overseenKinds } from "@lilink/model/trace/item";
import { cn, EmptyState, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { PrintButton } from "#features/board/components/print-button.tsx";
import { ProvinceTiles } from "#features/figure/components/province-tiles.tsx";
import { provinceName } from "#features/organization/view.ts";
import type { Oversight } from "../queries.ts";
import { countByKind, countByProvince } from "../view.ts";
import { ItemTable } from "./item-table.tsx";
import { WhoIsLate } from "./who-is-late.tsx";

type OversightPageProps = {
  readonly page: Oversight;
  /** Whether the reader decides between two words about a hand-over. */
  readonly settles: boolean;
  readonly query: { readonly kind?: (typeof overseenKinds)[number]; readonly province?: string };
  /** Where the list stands, as the address has it. */
  readonly cursor: string | undefined;
  readonly row: string | readonly string[] | undefined;
};

const pathname = "/batteries/oversight";

/** The desk of whoever oversees batteries: what is open in its provinces, one click from each life line. */
export function OversightPage({ page, query, cursor, row, settles }: OversightPageProps) {
  const t = useTranslations("oversight");
  const locale = useLocale();
  const { late, running } = countByKind(page.counts, query.province);
  const total = Object.values(late).reduce((sum, one) => sum + one, 0);
  const { kind, province } = query;
  const choices = [
    {
      key: "all",
      label: t("all"),
      count: total,
      to: { ...(province && { province }) },
      isOn: kind === undefined,
    },
    ...overseenKinds.map((one) => ({
      key: one,
      label: t(`kind.${one}`),
      count: late[one] ?? 0,
      to: { ...query, kind: one },
      isOn: kind === one,
    })),
  ];
  const place = province ? provinceName(province, locale) : null;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <ButtonLink href="/batteries/rules">{t("rules.title")}</ButtonLink>
            <ButtonLink href="/batteries/corrections">{t("correction.title")}</ButtonLink>
            <PrintButton label={t("print")} />
          </>
        }
      />
      <div className="grid items-start gap-x-12 md:grid-cols-2">
        <Section id="kinds" title={t("byKind")}>
          <ul className="border-t border-line">
            {choices.map(({ key, label, count, to, isOn }) => (
              <li key={key} className="flex items-baseline justify-between gap-4 border-b border-line py-2">
                <TextLink
                  href={{ pathname, query: to }}
                  aria-current={isOn ? "page" : undefined}
                  className={cn(isOn && "font-semibold")}
                >
                  {label}
                </TextLink>
                <span className="tabular-nums">{count}</span>
              </li>
            ))}
          </ul>
          <p className="mt-3 text-sm text-muted">{t("rule", { running })}</p>
        </Section>
        <Section
          id="provinces"
          title={t("map")}
          fold={place ?? ""}
          action={
            place ? (
              <TextLink href={{ pathname, query: { ...(kind && { kind }) } }}>{t("everywhere")}</TextLink>
            ) : null
          }
        >
          <div className="max-w-xs">
            <ProvinceTiles
              counted
              counts={countByProvince(page.counts, kind)}
              nameOf={(name, count) => t("tile", { name, count })}
              hrefOf={(one) => ({ pathname, query: { ...query, province: one } })}
            />
          </div>
          <p className="mt-2 text-xs text-muted">{t("mapNote")}</p>
        </Section>
      </div>
      <WhoIsLate bodies={page.bodies} place={place} />
      <Section id="open" title={place ? t("openIn", { place }) : t("open")}>
        {page.items.length === 0 ? (
          <EmptyState
            title={t("none")}
            body={t("noneBody")}
            action={<ButtonLink href={pathname}>{t("all")}</ButtonLink>}
          />
        ) : (
          <>
            <p className="mb-2 text-sm text-muted">{t("order")}</p>
            <ItemTable items={page.items} ofOffice isByKind settles={settles} />
          </>
        )}
        <CursorPages
          pathname={pathname}
          query={{ ...query, cursor }}
          nextCursor={page.nextCursor}
          shown={page.items.length}
          row={row}
          count={kind === undefined ? total : (late[kind] ?? 0)}
          hash="open"
        />
      </Section>
    </>
  );
}
