"use client";

import { LinkTabs, linkTabClass } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { Link, usePathname } from "#lib/i18n/navigation.ts";

const personal = {
  profile: "/settings",
  security: "/settings/security",
  notices: "/settings/notices",
  organization: "/settings/organization",
} as const;
const shared = {
  members: "/settings/members",
  keys: "/settings/keys",
  webhooks: "/settings/webhooks",
  waivers: "/settings/waivers",
  disclosures: "/settings/log",
} as const;
const administered = { acts: "/settings/acts" } as const;

// On a phone the row is wider than the screen, and the page that is open may lie outside.
function showTab(tab: HTMLAnchorElement | null) {
  tab?.scrollIntoView({ block: "nearest", inline: "center" });
}

/** The pages of the settings; those of an organization only where there is one, its audit for its administrators. */
export function SettingsTabs(props: { readonly inOrganization: boolean; readonly administers: boolean }) {
  const t = useTranslations("settings");
  const pathname = usePathname();
  const pages = Object.entries({
    ...personal,
    ...(props.inOrganization ? shared : {}),
    ...(props.administers ? administered : {}),
  });
  return (
    <LinkTabs label={t("title")}>
      {pages.map(([name, href]) => (
        <Link
          key={name}
          href={href}
          className={linkTabClass}
          aria-current={pathname === href ? "page" : undefined}
          ref={pathname === href ? showTab : undefined}
        >
          {t(`section.${name as "profile"}`)}
        </Link>
      ))}
    </LinkTabs>
  );
}
