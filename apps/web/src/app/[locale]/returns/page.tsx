import { EmptyState, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/button-link.tsx";
import { ReturnCalendar } from "#features/return/components/return-calendar.tsx";
import { ReturnList } from "#features/return/components/return-list.tsx";
import { filesReturns } from "#features/shell/view.ts";
import { requireMember } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("return"))("title") };
}

export default async function ReturnsPage() {
  const [viewer, t] = await Promise.all([requireMember("/returns"), getTranslations("return")]);
  const mayFile = filesReturns(viewer);
  const barred = viewer.organization.verified ? "notFiler" : "notVerified";
  const items = mayFile ? (await (await caller()).return.list()).items : [];
  const waiting = items.filter(({ state }) => state !== "locked");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {mayFile ? (
        <div className="flex flex-col gap-10">
          {waiting.length > 0 || items.length === 0 ? <ReturnList items={waiting} /> : <p>{t("allDone")}</p>}
          <ReturnCalendar items={items.filter(({ state }) => state === "locked")} />
        </div>
      ) : (
        <EmptyState
          title={t(`${barred}.title`)}
          body={t(`${barred}.body`)}
          action={<ButtonLink href="/desk">{t("notFiler.action")}</ButtonLink>}
        />
      )}
    </>
  );
}
