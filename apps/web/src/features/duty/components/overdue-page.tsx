import { type Locale, recordWords } from "@lilink/i18n";
import { findRegister } from "@lilink/model/register";
import { DataTable, EmptyState, PageHeader } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { DueText } from "#features/introduction/components/due-text.tsx";
import type { OverdueElsewhere, OverdueList } from "../queries.ts";

export type OverduePageProps = {
  readonly page: OverdueList;
  readonly cursor: string | undefined;
  /** Where the page stands, as its address has it. */
  readonly row: string | readonly string[] | undefined;
  readonly elsewhere: OverdueElsewhere;
};

/** What is overdue and whose it is, for every member: silence is seen. */
export function OverduePage({ page, cursor, row, elsewhere: { returns, handovers } }: OverduePageProps) {
  const t = useTranslations("duty");
  const locale = useLocale();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {returns === null ? <p className="mb-6">{t("noReturns")}</p> : null}
      {returns === null && handovers === null ? null : (
        <p className="mb-6 flex flex-wrap gap-x-4 gap-y-1">
          {t("elsewhere")}
          {returns === null ? null : (
            <TextLink href="/review/returns?state=overdue">{t("toReturns", { count: returns })}</TextLink>
          )}
          {handovers === null ? null : (
            <TextLink href={{ pathname: "/batteries/oversight", query: { kind: "handover" } }}>
              {t("toHandovers", { count: handovers })}
            </TextLink>
          )}
        </p>
      )}
      {page.items.length === 0 ? (
        <EmptyState
          title={t("empty")}
          body={t("emptyBody")}
          action={<ButtonLink href="/desk">{t("toDesk")}</ButtonLink>}
        />
      ) : (
        <DataTable
          caption={t("caption")}
          rows={page.items}
          rowKey={({ path, kind }) => `${path} ${kind}`}
          columns={[
            {
              key: "title",
              label: t("column.title"),
              lead: true,
              className: "max-sm:w-full",
              cell: ({ path, titleZh, titleEn }) => (
                <TextLink href={path}>
                  <OwnWords>{locale === "en" ? titleEn : titleZh}</OwnWords>
                </TextLink>
              ),
            },
            {
              key: "register",
              label: t("column.register"),
              cell: ({ subjectKind }) => wordsOf(subjectKind, locale)?.title,
            },
            {
              key: "duty",
              label: t("column.duty"),
              cell: ({ subjectKind, kind }) => wordsOf(subjectKind, locale)?.duty(kind),
            },
            {
              key: "holder",
              label: t("column.holder"),
              cell: ({ holder, holderEn }) =>
                holder ? (
                  <OwnWords>{locale === "en" ? (holderEn ?? holder) : holder}</OwnWords>
                ) : (
                  t("secretariat")
                ),
            },
            {
              key: "due",
              label: t("column.due"),
              speaks: true,
              cell: ({ dueAt }) => <DueText due={dueAt} />,
            },
          ]}
        />
      )}
      <CursorPages
        pathname="/overdue"
        query={{ cursor }}
        nextCursor={page.nextCursor}
        shown={page.items.length}
        row={row}
      />
    </>
  );
}

/** Only records are published, and their register names them. */
function wordsOf(subjectKind: string, locale: Locale) {
  const register = findRegister(subjectKind);
  return register && recordWords(register.name, locale);
}
