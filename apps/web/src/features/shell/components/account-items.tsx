"use client";

import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@lilink/ui";
import { LogOut, Settings } from "lucide-react";
import type { ReactNode } from "react";
import { forgetDays } from "#lib/day-cache.ts";
import { forgetKept } from "#lib/form/forget-kept.ts";
import { Link } from "#lib/i18n/navigation.ts";

export type AccountMenuProps = {
  readonly name: string;
  readonly email: string;
  readonly text: Readonly<Record<"account" | "settings" | "signOut", string>>;
  /** The server action that ends the session. */
  readonly signOut: () => Promise<void>;
};

/** What the account's button opens. */
export default function AccountItems({
  name,
  email,
  text,
  signOut,
  trigger,
}: AccountMenuProps & { readonly trigger: ReactNode }) {
  const leave = async () => {
    // What the device keeps goes first: the page may be gone once the session is.
    await forgetDays().catch(() => undefined);
    await signOut();
    forgetKept();
  };
  return (
    <Menu defaultOpen trigger={trigger}>
      <MenuLabel>
        <span className="block font-medium text-ink">{name}</span>
        <span className="block">{email}</span>
      </MenuLabel>
      <MenuSeparator />
      <MenuItem asChild>
        <Link href="/settings">
          <Settings aria-hidden />
          {text.settings}
        </Link>
      </MenuItem>
      <MenuItem onSelect={() => void leave()}>
        <LogOut aria-hidden />
        {text.signOut}
      </MenuItem>
    </Menu>
  );
}
