import { isLocale } from "@lilink/i18n";
import type { ThemeChoice } from "@lilink/ui";
import { Still } from "@lilink/ui/still";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, Suspense } from "react";
import { LocaleSwitch } from "#components/locale-switch.tsx";
import { AccountMenu } from "#features/shell/components/account-menu.tsx";
import { AppearanceSwitch } from "#features/shell/components/appearance-switch.tsx";
import { CurrentPage } from "#features/shell/components/current-page.tsx";
import { NavGroups } from "#features/shell/components/nav-groups.tsx";
import { NavLink } from "#features/shell/components/nav-link.tsx";
import { OrganizationSwitch } from "#features/shell/components/organization-switch.tsx";
import { PhoneBar } from "#features/shell/components/phone-bar.tsx";
import { PrintMark } from "#features/shell/components/print-mark.tsx";
import { SiteFooter } from "#features/shell/components/site-footer.tsx";
import { contentId, SkipLink } from "#features/shell/components/skip-link.tsx";
import { TopBar } from "#features/shell/components/top-bar.tsx";
import { withRegisters } from "#features/shell/queries.ts";
import { pages, toNavGroups, toQuickItems } from "#features/shell/view.ts";
import { currentOf } from "#lib/current-of.ts";
import { toTaker } from "#lib/export-mark.ts";
import { runtime } from "#lib/runtime.ts";
import type { Viewer } from "#lib/session.ts";
import { chooseOrganization, signOut } from "./session-actions.ts";

export type ShellProps = {
  readonly viewer: Viewer | null;
  readonly theme: ThemeChoice;
  /** The path of the page that is asked for, without its language. */
  readonly path: string;
  readonly children: ReactNode;
};

/** What stands around every page: top bar, navigation at the side or at the thumb, footer. */
export function Shell({ viewer, theme, path, children }: ShellProps) {
  const { config } = runtime();
  const locale = useLocale();
  const t = useTranslations("nav");
  const action = useTranslations("common.action");
  const groups = withRegisters(toNavGroups(viewer), viewer, isLocale(locale) ? locale : "en");
  const shown = groups.flatMap(({ items, entries = [] }) => [
    ...items.map((item) => pages[item].href),
    ...entries.map(({ href }) => href),
  ]);
  const current = currentOf(shown, path);
  const nav = (
    <Still>
      <NavGroups groups={groups} current={current} />
    </Still>
  );
  const organization = viewer ? (
    <OrganizationSwitch
      current={viewer.organization?.publicId ?? null}
      name={viewer.organization?.name ?? null}
      organizations={viewer.organizations.map(({ publicId, name, verified }) => ({
        publicId,
        name,
        verified,
      }))}
      text={{
        label: t("organization.label"),
        none: t("organization.none"),
        switch: t("organization.switch"),
        unverified: t("organization.unverified"),
        register: t("organization.register"),
      }}
      choose={chooseOrganization}
    />
  ) : null;
  const preferences = (
    <>
      <Suspense>
        <LocaleSwitch />
      </Suspense>
      <AppearanceSwitch initial={theme} />
    </>
  );
  return (
    <>
      <CurrentPage />
      <SkipLink />
      {viewer ? <PrintMark who={toTaker(viewer.email, [viewer.name, viewer.organization?.name])} /> : null}
      <TopBar
        viewer={viewer}
        groups={groups}
        preferences={preferences}
        account={
          viewer ? (
            <>
              <div className="hidden lg:block">{organization}</div>
              <AccountMenu
                name={viewer.name}
                email={viewer.email}
                text={{ account: t("account"), settings: t("item.settings"), signOut: t("signOut") }}
                signOut={signOut}
              />
            </>
          ) : null
        }
      />
      <div className="mx-auto flex max-w-[90rem] gap-8 px-4 pb-20 lg:px-6 lg:pb-0">
        <aside className="no-print sticky top-14 hidden h-[calc(100dvh-3.5rem)] w-52 shrink-0 overflow-y-auto border-r border-line py-6 pr-4 lg:block">
          {nav}
        </aside>
        <div className="flex min-w-0 flex-1 flex-col">
          <main id={contentId} tabIndex={-1} className="flex-1 py-6 outline-none lg:py-8">
            {children}
          </main>
          <Still>
            <SiteFooter icp={config.icpNumber} police={config.policeNumber} />
          </Still>
        </div>
      </div>
      <PhoneBar
        text={{ quick: t("quick"), menu: t("menu"), more: t("item.more"), close: action("close") }}
        quick={
          <Still>
            {toQuickItems(viewer).map((item) => (
              <NavLink key={item} item={item} look="tab" current={current} />
            ))}
          </Still>
        }
        nav={nav}
      >
        {organization ? <div className="basis-full">{organization}</div> : null}
        {preferences}
      </PhoneBar>
    </>
  );
}
