import { formatDate } from "@lilink/i18n";
import { type PostingKind, reviewTargetDays } from "@lilink/model/posting";
import { DataTable, EmptyState } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { asLabel, conceptName } from "#features/posting/view.ts";

export type QueueItem = {
  readonly publicId: string;
  readonly kind: PostingKind;
  readonly title: string;
  readonly concept: string | null;
  readonly version: number;
  readonly isUpdate: boolean;
  readonly organization: { readonly name: string; readonly nameEn: string | null };
  readonly submittedAt: Date;
  readonly workingDays: number;
  readonly own: boolean;
  readonly conflict: boolean;
  readonly suspended: boolean;
};

/** What waits, oldest first. */
export function ReviewQueue({ items }: { readonly items: readonly QueueItem[] }) {
  const t = useTranslations("review.queue");
  const kind = useTranslations("posting.kind");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("title")}
      rows={items}
      rowKey={(item) => item.publicId}
      empty={
        <EmptyState
          title={t("empty")}
          body={t("emptyBody")}
          action={<ButtonLink href="/board">{t("toBoard")}</ButtonLink>}
        />
      }
      columns={[
        {
          key: "title",
          label: t("columns.title"),
          lead: true,
          cell: (item) => (
            <>
              {item.own ? (
                <OwnWords>{item.title}</OwnWords>
              ) : (
                <TextLink href={`/review/${item.publicId}`}>
                  <OwnWords>{item.title}</OwnWords>
                </TextLink>
              )}
              <span className="block text-sm font-normal text-muted">
                {item.own
                  ? t("own")
                  : item.conflict
                    ? t("conflict")
                    : item.suspended
                      ? t("suspended")
                      : item.isUpdate
                        ? t("update", { version: item.version })
                        : t("first")}
              </span>
            </>
          ),
        },
        {
          key: "kind",
          label: t("columns.kind"),
          speaks: true,
          className: "whitespace-nowrap",
          cell: (item) => kind(item.kind),
        },
        {
          key: "organization",
          label: t("columns.organization"),
          speaks: true,
          cell: ({ organization }) => (
            <OwnWords>
              {locale === "en" ? (organization.nameEn ?? organization.name) : organization.name}
            </OwnWords>
          ),
        },
        {
          key: "concept",
          label: t("columns.concept"),
          cell: (item) => (item.concept ? asLabel(conceptName(item.concept, locale), locale) : null),
        },
        {
          key: "submitted",
          label: t("columns.submitted"),
          align: "end",
          className: "whitespace-nowrap",
          cell: (item) => formatDate(item.submittedAt, locale),
        },
        {
          key: "waiting",
          label: t("columns.waiting"),
          align: "end",
          className: "whitespace-nowrap",
          cell: (item) => (
            <span className={item.workingDays > reviewTargetDays ? "font-medium text-warning" : undefined}>
              {t("waiting", { days: item.workingDays })}
            </span>
          ),
        },
      ]}
    />
  );
}
