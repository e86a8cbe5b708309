import { useTranslations } from "next-intl";
import { folded, type NavGroup, pages } from "../view.ts";
import { NavIcon } from "./nav-icon.tsx";
import { EntryLink, NavLink } from "./nav-link.tsx";

export type NavGroupsProps = {
  readonly groups: readonly NavGroup[];
  /** The address of the item that the page lies under. */
  readonly current: string | null;
};

/** What stands open under its heading, then one line for each subject, which opens to its pages. */
export function NavGroups({ groups, current }: NavGroupsProps) {
  const t = useTranslations("nav");
  const open = groups.filter(({ id }) => !folded.has(id));
  return (
    <nav aria-label={t("main")} className="flex flex-col gap-6">
      {open.map(({ id, items }) => (
        <div key={id}>
          {groups.length > 1 ? <p className="mb-1 px-2 text-sm text-muted">{t(`group.${id}`)}</p> : null}
          <ul className="flex flex-col gap-0.5">
            {items.map((item) => (
              <li key={item}>
                <NavLink item={item} look="row" current={current} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div>
        <p className="mb-1 px-2 text-sm text-muted">{t("group.subjects")}</p>
        <ul className="flex flex-col gap-0.5">
          {groups
            .filter(({ id }) => folded.has(id))
            .map((group) => (
              <li key={group.id}>
                <Subject group={group} current={current} />
              </li>
            ))}
        </ul>
      </div>
    </nav>
  );
}

/** It is open where the page lies under it; CurrentPage opens it when that comes later. */
function Subject({
  group: { id, items, entries = [] },
  current,
}: {
  readonly group: NavGroup;
  readonly current: string | null;
}) {
  const t = useTranslations("nav.group");
  const paths: readonly string[] = [
    ...items.map((item) => pages[item].href),
    ...entries.map(({ href }) => href),
  ];
  return (
    <details open={current !== null && paths.includes(current)} className="group/subject">
      <summary className="nav-link flex min-h-9 cursor-pointer list-none items-center gap-3 rounded-md px-2 text-base hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <NavIcon item={id} />
        <span className="grow py-1 leading-snug">{t(id)}</span>
        <span aria-hidden className="text-muted group-open/subject:rotate-90">
          ›
        </span>
      </summary>
      <ul className="flex flex-col gap-0.5 pb-2">
        {items.map((item) => (
          <li key={item}>
            <NavLink item={item} look="under" current={current} />
          </li>
        ))}
        {entries.map((entry) => (
          <li key={entry.href}>
            <EntryLink entry={entry} current={current} />
          </li>
        ))}
      </ul>
    </details>
  );
}
