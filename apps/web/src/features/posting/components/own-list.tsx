import { formatDate } from "@lilink/i18n";
import type { PostingFigure, PostingKind, PostingState } from "@lilink/model/posting";
import { cn, DataTable, EmptyState } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { asLabel, conceptName } from "../view.ts";
import { bulkForm } from "./bulk-form.ts";
import { CopyButton } from "./copy-button.tsx";
import { PostingTitle } from "./made-title.tsx";
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
  readonly path: PostingPath;
  /** What the line of the platform names, where it stands for a title in the other language. */
  readonly keyFigures: readonly PostingFigure[];
  /** The adviser who prepared it. [AV4] */
  readonly adviser: string | null;
};

export type PostingPath = Readonly<Record<(typeof steps)[number], number>>;
export const steps = ["matches", "introductions", "accepted", "outcomes"] as const;

/** The organization's own postings; what is being written leads to its form, the rest to its page. */
export function OwnList({
  items,
  filtered,
  mayAct,
}: {
  readonly items: readonly OwnItem[];
  readonly filtered: boolean;
  /** Whether rows can be ticked, to act on several at once. */
  readonly mayAct: boolean;
}) {
  const t = useTranslations("posting");
  const advised = useTranslations("engagement.draft");
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
            <span className="flex items-start gap-3">
              {mayAct && item.live ? (
                <input
                  type="checkbox"
                  form={bulkForm}
                  name="posting"
                  value={item.publicId}
                  aria-label={t("own.tick", { title: item.title })}
                  className="choice-box"
                />
              ) : mayAct ? (
                <span aria-hidden className="w-4.5 shrink-0 max-sm:hidden" />
              ) : null}
              <span>
                <PostingTitle
                  href={`/postings/${item.publicId}${item.state === "draft" ? "/edit" : ""}`}
                  concept={item.title ? item.concept : null}
                  title={item.title || t("own.untitled")}
                  figures={item.keyFigures}
                />
                {item.adviser ? (
                  <span className="block text-sm text-muted">{advised("mark", { name: item.adviser })}</span>
                ) : null}
              </span>
            </span>
          ),
        },
        {
          key: "kind",
          label: t("own.columns.kind"),
          speaks: true,
          className: "sm:min-w-28",
          cell: (item) =>
            item.concept ? (
              <>
                {t(`kind.${item.kind}`)}
                <span className="block text-sm text-muted">
                  {asLabel(conceptName(item.concept, locale), locale)}
                </span>
              </>
            ) : (
              t(`kind.${item.kind}`)
            ),
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
          key: "path",
          label: t("own.columns.path"),
          speaks: true,
          className: "xl:whitespace-nowrap",
          cell: (item) =>
            item.live ? <PathMarks item={item} /> : <Silent>{t(`own.path.${restOf(item.state)}`)}</Silent>,
        },
        {
          key: "validUntil",
          label: t("own.columns.validUntil"),
          align: "end",
          cell: (item) =>
            item.live && item.validUntil ? (
              <span className="whitespace-nowrap">{formatDate(item.validUntil, locale)}</span>
            ) : (
              <Silent>{t(`own.valid.${restOf(item.state)}`)}</Silent>
            ),
        },
        {
          key: "updated",
          label: t("own.columns.updated"),
          align: "end",
          className: "whitespace-nowrap",
          cell: (item) => formatDate(item.updatedAt, locale),
        },
        {
          key: "act",
          acts: true,
          label: t("own.columns.act"),
          cell: (item) =>
            mayAct ? (
              <CopyButton
                publicId={item.publicId}
                text={{ copy: t("own.copy"), copied: t("own.copied") }}
                label={t("own.copyOf", { title: item.title || t("own.untitled") })}
              />
            ) : null,
        },
      ]}
    />
  );
}

/** Whether a posting that is not public was so once. */
const restOf = (state: PostingState) => (state === "closed" || state === "expired" ? "ended" : "later");

const Silent = ({ children }: { readonly children: ReactNode }) => (
  <span className="text-muted" data-silent>
    {children}
  </span>
);

const pathOf: Partial<Record<(typeof steps)[number], (publicId: string) => string>> = {
  matches: (publicId) => `/postings/${publicId}/matches`,
  introductions: () => "/introductions",
  accepted: () => "/introductions?state=accepted",
};

/** The steps from a match to an outcome, each with its count and filled once it is reached. */
function PathMarks({ item: { publicId, path } }: { readonly item: Pick<OwnItem, "publicId" | "path"> }) {
  const t = useTranslations("posting.own.step");
  const reached = steps.filter((step) => path[step] > 0);
  // Steps that nothing was reached at are silent; where none was, the first says so.
  const shownSteps = reached.length > 0 ? reached : steps.slice(0, 1);
  return (
    <ul className="flex flex-wrap gap-x-3 text-sm">
      {shownSteps.map((step) => {
        const count = path[step];
        const href = pathOf[step]?.(publicId);
        const shown = (
          <>
            <span
              aria-hidden
              className={cn(
                "mr-1 inline-block size-2 rounded-full",
                count > 0 ? "bg-ink" : "border border-edge",
              )}
            />
            {t(step)} <span className="tabular-nums">{count}</span>
          </>
        );
        return (
          <li key={step} className={cn("whitespace-nowrap", count === 0 && "text-muted")}>
            {href && count > 0 ? <TextLink href={href}>{shown}</TextLink> : shown}
          </li>
        );
      })}
    </ul>
  );
}
