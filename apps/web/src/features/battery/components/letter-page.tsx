import { formatDate } from "@lilink/i18n";
import { PageHeader } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { PrintButton } from "#features/board/components/print-button.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { Oversight } from "../queries.ts";
import { ItemTable } from "./item-table.tsx";

type LetterPageProps = {
  readonly page: Oversight;
  /** Who writes. */
  readonly from: string;
  readonly today: string;
};

/** So many stand open on a screen; the paper has them all. */
const most = 20;

/** A letter to one body about everything that it has to look into, to be printed or saved as PDF. */
export function LetterPage({ page, from, today }: LetterPageProps) {
  const t = useTranslations("oversight.letter");
  const locale = useLocale();
  const holder = page.items[0]?.holder;
  if (!holder) return null;
  const name = organizationName(holder, locale);
  const items = page.items.toSorted((a, b) => a.kind.localeCompare(b.kind));
  return (
    <>
      <PageHeader
        title={t("title", { name })}
        up={<TextLink href="/batteries/oversight">{t("up")}</TextLink>}
        actions={<PrintButton label={t("print")} />}
      />
      <div className="max-w-5xl">
        <p>{t("to", { name })}</p>
        <p className="mt-4 max-w-prose">{t("body", { count: page.items.length })}</p>
        <div className="my-6">
          <ItemTable items={items.slice(0, most)} isByKind />
          {items.length > most ? (
            <details className="opens-in-print mt-3">
              <summary className="w-fit cursor-pointer py-2 text-muted">
                {t("rest", { count: items.length - most })}
              </summary>
              <ItemTable items={items.slice(most)} isByKind />
            </details>
          ) : null}
        </div>
        <p className="max-w-prose">{t("ask")}</p>
        {page.nextCursor === null ? null : <p className="mt-2 text-sm text-muted">{t("more")}</p>}
        <p className="mt-8 text-end">
          {from}
          <br />
          {formatDate(today, locale)}
        </p>
      </div>
    </>
  );
}
