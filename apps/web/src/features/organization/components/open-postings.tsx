import { formatDate } from "@lilink/i18n";
import { Badge, DataTable, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { LinkMark } from "#components/link-badge.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { MadeMark } from "#features/posting/components/made-title.tsx";
import { figuresText, isOtherLanguage, madeTitle } from "#features/posting/view.ts";
import type { OrganizationPostings } from "../queries.ts";

export type OpenPostingsProps = {
  readonly publicId: string;
  readonly own: boolean;
  /** How each meets the reader's own postings; absent for whoever has none to meet them. */
  readonly fits: ReadonlyMap<string, ReactNode> | null;
  readonly found: OrganizationPostings;
};

/** Live postings that show the name of the body to this reader, each with the best match among the reader's own. */
export function OpenPostings({ publicId, own, fits, found }: OpenPostingsProps) {
  const t = useTranslations("organization.page");
  const kind = useTranslations("posting.kind");
  const locale = useLocale();
  const { items, total } = found;
  const all = `/postings?organization=${publicId}`;
  return (
    <Section
      id="postings"
      title={t("postings", { count: total })}
      action={
        total > items.length ? <TextLink href={all}>{t("allPostings", { count: total })}</TextLink> : null
      }
    >
      {items.length === 0 ? (
        <p className="border-y border-line py-2 text-muted">{t(own ? "noneShownOwn" : "noneShown")}</p>
      ) : (
        <>
          <DataTable
            caption={t("postings", { count: total })}
            rows={items}
            rowKey={(row) => row.publicId}
            columns={[
              {
                key: "kind",
                label: t("kind"),
                speaks: true,
                cell: (row) => (
                  <span className="inline-flex items-center gap-2">
                    <LinkMark link={row.link} />
                    <Badge>{kind(row.kind)}</Badge>
                  </span>
                ),
              },
              {
                key: "title",
                label: t("title"),
                lead: true,
                cell: (row) => {
                  const isMade = isOtherLanguage(row.language, locale);
                  return (
                    <>
                      <TextLink href={`/postings/${row.publicId}`}>
                        {isMade ? (
                          madeTitle(row.concept, row.keyFigures, locale)
                        ) : (
                          <OwnWords whole>{row.fields.title ?? ""}</OwnWords>
                        )}
                      </TextLink>
                      {isMade ? <MadeMark /> : null}
                      <span className="block text-sm font-normal text-muted empty:hidden">
                        {isMade ? (
                          <OwnWords whole>{row.fields.title ?? ""}</OwnWords>
                        ) : (
                          figuresText(row.keyFigures, locale)
                        )}
                      </span>
                    </>
                  );
                },
              },
              {
                key: "until",
                label: t("until"),
                speaks: true,
                className: "whitespace-nowrap text-sm",
                cell: (row) => (row.validUntil ? formatDate(row.validUntil, locale) : ""),
              },
              ...(fits
                ? [
                    {
                      key: "fit",
                      label: t("fit"),
                      speaks: true,
                      cell: (row: (typeof items)[number]) =>
                        fits.get(row.publicId) ?? <span className="text-sm text-muted">{t("noFit")}</span>,
                    },
                  ]
                : []),
            ]}
          />
          {own ? null : (
            <p className="no-print mt-3 flex flex-wrap gap-2">
              <ButtonLink href={all} size="sm">
                {t("watch")}
              </ButtonLink>
            </p>
          )}
        </>
      )}
    </Section>
  );
}
