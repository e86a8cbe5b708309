import { useTranslations } from "next-intl";
import type { NavGroup } from "../view.ts";
import { EntryLink, NavLink } from "./nav-link.tsx";

export type NavGroupsProps = {
  readonly groups: readonly NavGroup[];
  /** The address of the item that the page lies under. */
  readonly current: string | null;
};

export function NavGroups({ groups, current }: NavGroupsProps) {
  const t = useTranslations("nav");
  return (
    <nav aria-label={t("main")} className="flex flex-col gap-6">
      {groups.map((group) => (
        <div key={group.id}>
          {groups.length > 1 ? (
            <p className="mb-1 px-2 text-sm text-muted">{t(`group.${group.id}`)}</p>
          ) : null}
          <ul className="flex flex-col gap-0.5">
            {group.items.map((item) => (
              <li key={item}>
                <NavLink item={item} look="row" current={current} />
              </li>
            ))}
            {group.entries?.map((entry) => (
              <li key={entry.href}>
                <EntryLink entry={entry} current={current} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
