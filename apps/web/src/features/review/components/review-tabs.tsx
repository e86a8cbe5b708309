import { LinkTabs } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { LinkTab } from "#components/link-tab.tsx";

const pages = {
  postings: "/review",
  open: "/review/claims",
  decided: "/review/claims?state=decided",
  reports: "/review/reports",
  groups: "/review/groups",
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

/** What officers review: postings, claims, the groups that they keep, and returns. */
export function ReviewTabs({ current, checksOnly = false }: ReviewTabsProps) {
  const t = useTranslations("organization.review");
  return (
    <LinkTabs label={t("tabs")}>
      {Object.entries(pages)
        .filter(([name]) => !checksOnly || ofCheckers.includes(name))
        .map(([name, href]) => (
          <LinkTab key={name} href={href} current={name === current}>
            {t(name as ReviewTab)}
          </LinkTab>
        ))}
    </LinkTabs>
  );
}
