"use client";

import { LinkTabs } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { LinkTab } from "#components/link-tab.tsx";
import { usePathname } from "#lib/i18n/navigation.ts";

const personal = {
  profile: "/settings",
  security: "/settings/security",
  notices: "/settings/notices",
  organization: "/settings/organization",
} as const;
const shared = {
  members: "/settings/members",
  advisers: "/settings/advisers",
  keys: "/settings/keys",
  webhooks: "/settings/webhooks",
  waivers: "/settings/waivers",
  disclosures: "/settings/log",
  quotas: "/settings/quotas",
} as const;
const administered = { acts: "/settings/acts" } as const;

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
        <LinkTab key={name} href={href} current={pathname === href}>
          {t(`section.${name as "profile"}`)}
        </LinkTab>
      ))}
    </LinkTabs>
  );
}
