import { isLocale } from "@lilink/i18n";
import type { ThemeChoice } from "@lilink/ui";
import { useLocale } from "next-intl";
import { type ReactNode, Suspense } from "react";
import { LocaleSwitch } from "#components/locale-switch.tsx";
import { AccountMenu } from "#features/shell/components/account-menu.tsx";
import { AppearanceSwitch } from "#features/shell/components/appearance-switch.tsx";
import { NavGroups } from "#features/shell/components/nav-groups.tsx";
import { OrganizationSwitch } from "#features/shell/components/organization-switch.tsx";
import { PhoneBar } from "#features/shell/components/phone-bar.tsx";
import { PrintMark } from "#features/shell/components/print-mark.tsx";
import { SiteFooter } from "#features/shell/components/site-footer.tsx";
import { contentId, SkipLink } from "#features/shell/components/skip-link.tsx";
import { TopBar } from "#features/shell/components/top-bar.tsx";
import { withRegisters } from "#features/shell/queries.ts";
import { toNavGroups, toQuickItems } from "#features/shell/view.ts";
import { toTaker } from "#lib/export-mark.ts";
import { runtime } from "#lib/runtime.ts";
import type { Viewer } from "#lib/session.ts";
import { chooseOrganization, signOut } from "./session-actions.ts";

export type ShellProps = {
  readonly viewer: Viewer | null;
  readonly theme: ThemeChoice;
  readonly children: ReactNode;
};

/** What stands around every page: top bar, navigation at the side or at the thumb, footer. */
export function Shell({ viewer, theme, children }: ShellProps) {
  const { config } = runtime();
  const locale = useLocale();
  const groups = withRegisters(toNavGroups(viewer), viewer, isLocale(locale) ? locale : "en");
  const organization = viewer ? (
    <OrganizationSwitch
      current={viewer.organization}
      organizations={viewer.organizations}
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
              <AccountMenu name={viewer.name} email={viewer.email} signOut={signOut} />
            </>
          ) : null
        }
      />
      <div className="mx-auto flex max-w-[90rem] gap-8 px-4 pb-20 lg:px-6 lg:pb-0">
        <aside className="no-print sticky top-14 hidden h-[calc(100dvh-3.5rem)] w-52 shrink-0 overflow-y-auto border-r border-line py-6 pr-4 lg:block">
          <NavGroups groups={groups} />
        </aside>
        <div className="flex min-w-0 flex-1 flex-col">
          <main id={contentId} tabIndex={-1} className="flex-1 py-6 outline-none lg:py-8">
            {children}
          </main>
          <SiteFooter icp={config.icpNumber} police={config.policeNumber} />
        </div>
      </div>
      <PhoneBar groups={groups} quick={toQuickItems(viewer)}>
        {organization ? <div className="basis-full">{organization}</div> : null}
        {preferences}
      </PhoneBar>
    </>
  );
}
