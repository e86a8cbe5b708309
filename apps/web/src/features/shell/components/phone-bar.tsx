"use client";

import { Sheet } from "@lilink/ui";
import { Menu } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { NavGroup, NavItem } from "../view.ts";
import { NavGroups } from "./nav-groups.tsx";
import { NavLink } from "./nav-link.tsx";

export type PhoneBarProps = {
  readonly groups: readonly NavGroup[];
  readonly quick: readonly NavItem[];
  /** Language, appearance and account, at the foot of the drawer. */
  readonly children: ReactNode;
};

/** The bottom of a phone: four places and the drawer with everything, all within reach of a thumb. */
export function PhoneBar({ groups, quick, children }: PhoneBarProps) {
  const t = useTranslations("nav");
  const action = useTranslations("common.action");
  const [open, setOpen] = useState(false);
  return (
    <div className="no-print phone-only fixed inset-x-0 bottom-0 z-30 border-t border-line bg-ground pb-[env(safe-area-inset-bottom)] lg:hidden">
      <nav aria-label={t("quick")} className="flex">
        {quick.map((item) => (
          <NavLink key={item} item={item} look="tab" />
        ))}
        <Sheet
          side="bottom"
          title={t("menu")}
          closeLabel={action("close")}
          open={open}
          onOpenChange={setOpen}
          trigger={
            <button
              type="button"
              className="flex h-14 flex-1 flex-col items-center justify-center gap-0.5 text-xs text-muted"
            >
              <Menu aria-hidden className="size-4.5" strokeWidth={1.75} />
              {t("item.more")}
            </button>
          }
        >
          <NavGroups groups={groups} onNavigate={() => setOpen(false)} />
          <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">{children}</div>
        </Sheet>
      </nav>
    </div>
  );
}
