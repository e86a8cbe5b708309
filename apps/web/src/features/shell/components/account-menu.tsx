"use client";

import { buttonClass, Menu, MenuItem, MenuLabel, MenuSeparator } from "@lilink/ui";
import { CircleUser, LogOut, Settings } from "lucide-react";
import { useTranslations } from "next-intl";
import { forgetKept } from "#lib/form/forget-kept.ts";
import { Link } from "#lib/i18n/navigation.ts";

export type AccountMenuProps = {
  readonly name: string;
  readonly email: string;
  /** The server action that ends the session. */
  readonly signOut: () => Promise<void>;
};

export function AccountMenu({ name, email, signOut }: AccountMenuProps) {
  const t = useTranslations("nav");
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t("account")}
          className={buttonClass({ variant: "quiet", size: "icon" })}
        >
          <CircleUser aria-hidden className="size-4.5" strokeWidth={1.75} />
        </button>
      }
    >
      <MenuLabel>
        <span className="block font-medium text-ink">{name}</span>
        <span className="block">{email}</span>
      </MenuLabel>
      <MenuSeparator />
      <MenuItem asChild>
        <Link href="/settings">
          <Settings aria-hidden />
          {t("item.settings")}
        </Link>
      </MenuItem>
      <MenuItem onSelect={() => void signOut().then(() => forgetKept())}>
        <LogOut aria-hidden />
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
