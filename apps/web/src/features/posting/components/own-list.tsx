import { formatDate } from "@lilink/i18n";
import type { PostingKind, PostingState } from "@lilink/model/posting";
import { DataTable, EmptyState } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { conceptName } from "../view.ts";
import { StateBadge } from "./posting-badges.tsx";

export type OwnItem = {
  readonly publicId: string;
  readonly kind: PostingKind;
  readonly state: PostingState;
  readonly title: string;
  readonly concept: string | null;
  readonly liveVersion: number | null;
  readonly live: boolean;
  readonly validUntil: Date | null;
  readonly updatedAt: Date;
};

/** The organization's own postings; what is being written leads to its form, the rest to its page. */
export function OwnList({
  items,
  filtered,
}: {
  readonly items: readonly OwnItem[];
  readonly filtered: boolean;
}) {
  const t = useTranslations("posting");
  const locale = useLocale();
  const empty = filtered ? (
    <EmptyState
      title={t("own.emptyState")}
      action={<ButtonLink href="/postings/own">{t("own.showAll")}</ButtonLink>}
    />
  ) : (
    <EmptyState
      title={t("own.empty")}
      body={t("own.emptyBody")}
      action={<ButtonLink href="/postings/new">{t("new.title")}</ButtonLink>}
    />
  );
  return (
    <DataTable
      caption={t("own.title")}
      rows={items}
      rowKey={(item) => item.publicId}
      empty={empty}
      columns={[
        {
          key: "title",
          label: t("own.columns.title"),
          lead: true,
          cell: (item) => (
            <TextLink href={`/postings/${item.publicId}${item.state === "draft" ? "/edit" : ""}`}>
              {item.title ? <OwnWords>{item.title}</OwnWords> : t("own.untitled")}
            </TextLink>
          ),
        },
        {
          key: "kind",
          label: t("own.columns.kind"),
          speaks: true,
          className: "whitespace-nowrap",
          cell: (item) => t(`kind.${item.kind}`),
        },
        {
          key: "concept",
          label: t("own.columns.concept"),
          speaks: true,
          cell: (item) => (item.concept ? conceptName(item.concept, locale) : null),
        },
        {
          key: "state",
          label: t("own.columns.state"),
          speaks: true,
          cell: (item) => (
            <span className="flex flex-wrap items-center gap-2">
              <StateBadge state={item.state} />
              {item.live && item.state !== "published" && item.liveVersion !== null ? (
                <span className="text-sm text-muted">{t("own.live", { version: item.liveVersion })}</span>
              ) : null}
            </span>
          ),
        },
        {
          key: "validUntil",
          label: t("own.columns.validUntil"),
          align: "end",
          className: "whitespace-nowrap",
          cell: (item) => (item.live && item.validUntil ? formatDate(item.validUntil, locale) : null),
        },
        {
          key: "updated",
          label: t("own.columns.updated"),
          align: "end",
          className: "whitespace-nowrap",
          cell: (item) => formatDate(item.updatedAt, locale),
        },
      ]}
    />
  );
}
