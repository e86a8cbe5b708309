"use client";

import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from "@lilink/ui";
import type { ReactNode } from "react";
import { OwnWords } from "#components/own-words.tsx";
import { Link } from "#lib/i18n/navigation.ts";
import type { ViewerOrganization } from "#lib/session.ts";

export type OrganizationSwitchProps = {
  readonly current: string | null;
  readonly name: string | null;
  readonly organizations: readonly Pick<ViewerOrganization, "publicId" | "name" | "verified">[];
  readonly text: Readonly<Record<"label" | "none" | "switch" | "unverified" | "register", string>>;
  /** The server action that changes the organization acted for. */
  readonly choose: (publicId: string) => Promise<void>;
};

/** What the name of the organization opens. */
export default function OrganizationChoice({
  current,
  organizations,
  text,
  choose,
  trigger,
}: OrganizationSwitchProps & { readonly trigger: ReactNode }) {
  return (
    <Menu defaultOpen trigger={trigger}>
      {organizations.length > 0 ? (
        <>
          <MenuLabel>{text.label}</MenuLabel>
          <MenuChoice
            label={text.switch}
            value={current ?? ""}
            onChange={(publicId) => void choose(publicId)}
            options={organizations.map((organization) => ({
              value: organization.publicId,
              label: <OwnWords>{organization.name}</OwnWords>,
              ...(organization.verified ? {} : { hint: text.unverified }),
            }))}
          />
          <MenuSeparator />
        </>
      ) : null}
      <MenuItem asChild>
        <Link href="/organizations">{text.register}</Link>
      </MenuItem>
    </Menu>
  );
}
