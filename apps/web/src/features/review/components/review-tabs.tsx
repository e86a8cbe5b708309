import { LinkTabs, linkTabClass } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { Link } from "#lib/i18n/navigation.ts";

const pages = {
  open: "/review/claims",
  decided: "/review/claims?state=decided",
  groups: "/review/groups",
} as const;

export function ClaimTabs({ current }: { readonly current: keyof typeof pages }) {
  const t = useTranslations("organization.review");
  return (
    <LinkTabs label={t("title")}>
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
