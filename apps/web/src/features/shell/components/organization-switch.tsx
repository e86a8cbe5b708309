"use client";

import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from "@lilink/ui";
import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { OwnWords } from "#components/own-words.tsx";
import { Link } from "#lib/i18n/navigation.ts";
import type { ViewerOrganization } from "#lib/session.ts";

export type OrganizationSwitchProps = {
  readonly current: ViewerOrganization | null;
  readonly organizations: readonly ViewerOrganization[];
  /** The server action that changes the organization acted for. */
  readonly choose: (publicId: string) => Promise<void>;
};

/** For whom the person acts; one press shows the others. */
export function OrganizationSwitch({ current, organizations, choose }: OrganizationSwitchProps) {
  const t = useTranslations("nav.organization");
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="inline-flex h-9 max-w-56 min-w-0 items-center gap-2 rounded-md px-2 text-sm hover:bg-sunken"
        >
          <span className="sr-only">{t("label")}</span>
          <span className="truncate">{current ? <OwnWords>{current.name}</OwnWords> : t("none")}</span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />
        </button>
      }
    >
      {organizations.length > 0 ? (
        <>
          <MenuLabel>{t("label")}</MenuLabel>
          <MenuChoice
            label={t("switch")}
            value={current?.publicId ?? ""}
            onChange={(publicId) => void choose(publicId)}
            options={organizations.map((organization) => ({
              value: organization.publicId,
              label: <OwnWords>{organization.name}</OwnWords>,
              ...(organization.verified ? {} : { hint: t("unverified") }),
            }))}
          />
          <MenuSeparator />
        </>
      ) : null}
      <MenuItem asChild>
        <Link href="/organizations">{t("register")}</Link>
      </MenuItem>
    </Menu>
  );
}
