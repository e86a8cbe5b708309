import { type ItemKind, itemKinds } from "@lilink/model/trace/item";
import { EmptyState, LinkTabs, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { LinkTab } from "#components/link-tab.tsx";
import { PrintButton } from "#features/board/components/print-button.tsx";
import { ProvinceTiles } from "#features/figure/components/province-tiles.tsx";
import { provinceName } from "#features/organization/view.ts";
import type { Oversight } from "../queries.ts";
import { countByKind, countByProvince } from "../view.ts";
import { ItemTable } from "./item-table.tsx";

type OversightPageProps = {
  readonly page: Oversight;
  readonly query: { readonly kind?: ItemKind; readonly province?: string };
};

/** The desk of whoever oversees batteries: what is open in its provinces, one click from each life line. */
export function OversightPage({ page, query }: OversightPageProps) {
  const t = useTranslations("oversight");
  const locale = useLocale();
  const { late, running } = countByKind(page.counts, query.province);
  const pathname = "/batteries/oversight";
  const total = Object.values(late).reduce((sum, one) => sum + one, 0);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={<PrintButton label={t("print")} />} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Section
          id="open"
          title={query.province ? (provinceName(query.province, locale) ?? t("open")) : t("open")}
        >
          <LinkTabs label={t("byKind")}>
            <LinkTab href={{ pathname, query: without(query, "kind") }} current={!query.kind}>
              {t("all", { count: total })}
            </LinkTab>
            {itemKinds.map((kind) => (
              <LinkTab
                key={kind}
                href={{ pathname, query: { ...query, kind } }}
                current={query.kind === kind}
              >
                {t("tab", { kind: t(`kind.${kind}`), count: late[kind] ?? 0 })}
              </LinkTab>
            ))}
          </LinkTabs>
          {page.items.length === 0 ? (
            <EmptyState
              title={t("none")}
              body={t("noneBody")}
              action={<ButtonLink href={pathname}>{t("all", { count: total })}</ButtonLink>}
            />
          ) : (
            <ItemTable items={page.items} ofOffice />
          )}
          <CursorPages pathname={pathname} query={query} nextCursor={page.nextCursor} />
          <p className="mt-4 max-w-prose text-sm text-muted">{t("rule", { running })}</p>
        </Section>
        <Section id="provinces" title={t("map")}>
          <div className="max-w-80">
            <ProvinceTiles
              counts={countByProvince(page.counts, query.kind)}
              nameOf={(name, count) => t("tile", { name, count })}
              hrefOf={(province) => ({ pathname, query: { ...query, province } })}
            />
          </div>
          <p className="mt-2 text-xs text-muted">{t("mapNote")}</p>
        </Section>
      </div>
    </>
  );
}

function without(query: OversightPageProps["query"], name: "kind" | "province") {
  const { [name]: _, ...rest } = query;
  return rest;
}
