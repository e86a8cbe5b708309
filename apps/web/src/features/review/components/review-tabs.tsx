import { LinkTabs, linkTabClass } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { Link } from "#lib/i18n/navigation.ts";

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
          <Link
            key={name}
            href={href}
            className={linkTabClass}
            aria-current={name === current ? "page" : undefined}
          >
            {t(name as ReviewTab)}
          </Link>
        ))}
    </LinkTabs>
  );
}
