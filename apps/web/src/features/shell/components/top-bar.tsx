import { Still } from "@lilink/ui/still";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/button-link.tsx";
import type { Viewer } from "#lib/session.ts";
import { type NavGroup, toPages } from "../view.ts";
import { Brand } from "./brand.tsx";
import { CommandSearch } from "./command-search.tsx";
import { NoticeBell } from "./notice-bell.tsx";
import { SeenNotices } from "./seen-notices.tsx";

export type TopBarProps = {
  readonly viewer: Viewer | null;
  readonly groups: readonly NavGroup[];
  /** Language and appearance: on a phone they are in the drawer. */
  readonly preferences: ReactNode;
  /** Organization and account of someone signed in. */
  readonly account: ReactNode;
};

export function TopBar({ viewer, groups, preferences, account }: TopBarProps) {
  const t = useTranslations("nav");
  return (
    <Still>
      <header className="no-print sticky top-0 z-20 border-b border-line bg-ground">
        <div className="mx-auto flex h-14 max-w-[90rem] items-center gap-2 px-4 lg:gap-3 lg:px-6">
          <div className="mr-auto lg:w-52">
            <Brand />
          </div>
          <CommandSearch
            label={t("command")}
            groups={groups}
            pages={toPages(viewer)}
            singleKeys={viewer?.singleKeys ?? false}
          />
          <div className="hidden items-center gap-1 lg:ml-auto lg:flex">{preferences}</div>
          {viewer ? (
            <>
              <SeenNotices unread={viewer.unreadNotices} />
              <NoticeBell unread={viewer.unreadNotices} />
              {account}
            </>
          ) : (
            <ButtonLink href="/signin" size="sm">
              {t("signIn")}
            </ButtonLink>
          )}
        </div>
      </header>
    </Still>
  );
}
