import { LinkTabs, linkTabClass } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { Link } from "#lib/i18n/navigation.ts";

const pages = {
  postings: "/review",
  open: "/review/claims",
  decided: "/review/claims?state=decided",
  groups: "/review/groups",
} as const;

/** What officers review: postings, claims, and the groups that they keep. */
export function ReviewTabs({ current }: { readonly current: keyof typeof pages }) {
  const t = useTranslations("organization.review");
  return (
    <LinkTabs label={t("tabs")}>
      {Object.entries(pages).map(([name, href]) => (
        <Link
          key={name}
          href={href}
          className={linkTabClass}
          aria-current={name === current ? "page" : undefined}
        >
          {t(name as keyof typeof pages)}
        </Link>
      ))}
    </LinkTabs>
  );
}
