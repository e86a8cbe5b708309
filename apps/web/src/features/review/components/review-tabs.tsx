import { LinkTabs } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { LinkTab } from "#components/link-tab.tsx";
import { caller } from "#lib/trpc/server.ts";

const pages = {
  postings: "/review",
  claims: "/review/claims",
  reports: "/review/reports",
  groups: "/review/groups",
  duplicates: "/review/duplicates",
  facts: "/review/facts",
  figures: "/review/figures",
  returns: "/review/returns",
  rounds: "/review/rounds",
} as const;
type ReviewTab = keyof typeof pages;
const ofCheckers: readonly string[] = ["returns", "rounds"] satisfies readonly ReviewTab[];

export type ReviewTabsProps = {
  readonly current: ReviewTab;
  /** A regulator checks returns and nothing else. */
  readonly checksOnly?: boolean;
};

/** What officers review: postings, claims, the groups that they keep, and returns; with how much of it waits for them. */
export async function ReviewTabs({ current, checksOnly = false }: ReviewTabsProps) {
  const [t, { contests, ...queues }] = await Promise.all([
    getTranslations("organization.review"),
    (await caller()).desk.waiting(),
  ]);
  const waiting: Partial<Record<string, number>> = { ...queues, facts: contests };
  return (
    <LinkTabs label={t("tabs")}>
      {Object.entries(pages)
        .filter(([name]) => !checksOnly || ofCheckers.includes(name))
        .map(([name, href]) => (
          <LinkTab key={name} href={href} current={name === current}>
            {t(name as ReviewTab)}
            {waiting[name] ? (
              <span className="ml-1.5 rounded-full bg-sunken px-2 text-sm tabular-nums">
                {waiting[name]}
                <span className="sr-only"> {t("waiting")}</span>
              </span>
            ) : null}
          </LinkTab>
        ))}
    </LinkTabs>
  );
}
