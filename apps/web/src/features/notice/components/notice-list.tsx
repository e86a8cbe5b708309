import { formatDate, toNoticeText } from "@lilink/i18n";
import { cn, EmptyState, LinkTabs, PageHeader } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { LinkTab } from "#components/link-tab.tsx";
import { LiveRefresh } from "#components/live-refresh.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import { isOtherLanguage, madeTitle } from "#features/posting/view.ts";
import { langOf } from "#lib/i18n/lang-of.ts";
import type { NoticeItem, NoticeList as Notices } from "../queries.ts";
import { type Matter, toMatters, toRuns } from "../view.ts";
import { MarkAll } from "./mark-all.tsx";
import { NoticeLink } from "./notice-link.tsx";

export type NoticeListProps = {
  readonly list: Notices;
  readonly filter: { readonly unread: boolean; readonly cursor?: string | undefined };
  readonly row?: string | string[] | undefined;
  readonly unread: number;
  /** The organization acted for; a notice of another one says whose it is. */
  readonly acting: string | null;
  readonly canPost: boolean;
};

/** What happened, by matter, newest first. Following a notice marks it as read. */
export function NoticeList({ list, filter, row, unread, acting, canPost }: NoticeListProps) {
  const t = useTranslations("notice");
  const common = useTranslations("common.state");
  const { cursor } = filter;
  const query = { ...(filter.unread ? { unread: "1" } : {}), ...(cursor ? { cursor } : {}) };
  return (
    <ClientMessages namespaces={["notice"]}>
      <LiveRefresh topics={["notice"]} label={common("loading")} />
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <ButtonLink href="/settings/notices">{t("settings")}</ButtonLink>
            {unread > 0 ? <MarkAll /> : null}
          </>
        }
      />
      <LinkTabs label={t("filter.label")}>
        {(["all", "unread"] as const).map((name) => {
          const current = (name === "unread") === filter.unread;
          return (
            <LinkTab key={name} href={name === "unread" ? "/notices?unread=1" : "/notices"} current={current}>
              {t(`filter.${name}`)}
            </LinkTab>
          );
        })}
      </LinkTabs>
      {list.items.length === 0 ? (
        <EmptyState
          title={t(filter.unread ? "emptyUnread" : "empty")}
          body={t("emptyStep")}
          action={
            <ButtonLink href={canPost ? "/postings/new" : "/postings"}>
              {t(canPost ? "emptyAction" : "emptyExplore")}
            </ButtonLink>
          }
        />
      ) : (
        <ol className="hairline-list border-y border-line">
          {toRuns(toMatters(list.items)).map(([first, ...others]) => (
            <li key={first[0].id} className="py-3">
              <MatterRow matter={first} acting={acting} />
              {others.length > 0 ? (
                <details className="ml-6 pt-2">
                  <summary className="cursor-pointer text-sm text-muted">
                    {t(others.some(([{ read }]) => !read) ? "alikeUnread" : "alike", {
                      count: others.length,
                      unread: others.filter(([{ read }]) => !read).length,
                    })}
                  </summary>
                  <ol className="hairline-list">
                    {others.map((matter) => (
                      <li key={matter[0].id} className="py-3">
                        <MatterRow matter={matter} acting={acting} />
                      </li>
                    ))}
                  </ol>
                </details>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      <CursorPages
        pathname="/notices"
        query={query}
        nextCursor={list.nextCursor}
        shown={list.items.length}
        row={row}
      />
    </ClientMessages>
  );
}

type MatterRowProps = { readonly matter: Matter; readonly acting: string | null };

/** A matter by its newest notice; what came before unfolds below. */
function MatterRow({ matter: [newest, ...earlier], acting }: MatterRowProps) {
  const t = useTranslations("notice");
  return (
    <>
      <NoticeEntry notice={newest} acting={acting} />
      {earlier.length > 0 ? (
        <details className="ml-6 pt-1" open={newest.read && earlier.some(({ read }) => !read)}>
          <summary className="cursor-pointer text-sm text-muted">
            {t("earlier", { count: earlier.length })}
          </summary>
          <ol className="flex flex-col gap-3 pt-3">
            {earlier.map((notice) => (
              <li key={notice.id}>
                <NoticeEntry notice={notice} acting={acting} />
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </>
  );
}

function NoticeEntry({ notice, acting }: { readonly notice: NoticeItem; readonly acting: string | null }) {
  const t = useTranslations("notice");
  const locale = useLocale();
  const { title: own = "" } = notice.params;
  // Named as lists name it, with the words of its author below.
  const made =
    notice.concept && own && isOtherLanguage(langOf(own), locale)
      ? madeTitle(notice.concept, [], locale)
      : null;
  const params = made ? { ...notice.params, title: made } : notice.params;
  const { title, body } = toNoticeText(locale, notice.kind, params);
  const { organization, read } = notice;
  const foreign = organization && organization.publicId !== acting;
  return (
    <div className="grid grid-cols-[0.75rem_minmax(0,1fr)] gap-x-3">
      <span
        aria-hidden
        className={cn("mt-[0.55em] size-2 rounded-full", read ? "border border-edge" : "bg-accent")}
      />
      <div className="min-w-0">
        <NoticeLink id={notice.id} path={notice.path} read={read}>
          {title}
          {read ? null : <span className="sr-only"> ({t("unread")})</span>}
        </NoticeLink>
        {made ? (
          <p className="text-sm text-muted">
            <OwnWords>{own}</OwnWords>
          </p>
        ) : null}
        {body ? <p className="prose-measure text-muted">{body}</p> : null}
        <p className="flex flex-wrap gap-x-3 text-sm text-muted tabular-nums">
          <time dateTime={notice.createdAt.toISOString()}>
            {formatDate(notice.createdAt, locale, "time")}
          </time>
          {foreign ? <OwnWords whole>{organizationName(organization, locale)}</OwnWords> : null}
        </p>
      </div>
    </div>
  );
}
