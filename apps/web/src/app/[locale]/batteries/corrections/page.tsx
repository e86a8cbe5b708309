import { EmptyState, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { CorrectionTable } from "#features/battery/components/correction-table.tsx";
import { readCorrections } from "#features/battery/queries.ts";
import { NotYet } from "#features/introduction/components/not-yet.tsx";
import { overseesBatteries } from "#features/shell/view.ts";
import { requireMember } from "#lib/session.ts";

const pathname = "/batteries/corrections";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("oversight.correction"))("title") };
}

export default async function CorrectionsPage({
  searchParams,
}: PageProps<"/[locale]/batteries/corrections">) {
  const viewer = await requireMember(pathname);
  if (!viewer.organization.verified) return <NotYet cause="unverified" />;
  const { cursor: asked, row } = await searchParams;
  const cursor = typeof asked === "string" ? asked : undefined;
  const [t, page] = await Promise.all([getTranslations("oversight.correction"), readCorrections(cursor)]);
  const up = overseesBatteries(viewer) ? "/batteries/oversight" : "/batteries";
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t(overseesBatteries(viewer) ? "leadOffice" : "lead")}
        up={<TextLink href={up}>{t(overseesBatteries(viewer) ? "upOffice" : "up")}</TextLink>}
      />
      {page.items.length === 0 ? (
        <EmptyState
          title={t("none")}
          body={t("noneBody")}
          action={<ButtonLink href={up}>{t(overseesBatteries(viewer) ? "upOffice" : "up")}</ButtonLink>}
        />
      ) : (
        <CorrectionTable rows={page.items} />
      )}
      <CursorPages
        pathname={pathname}
        query={{ cursor }}
        nextCursor={page.nextCursor}
        shown={page.items.length}
        row={row}
      />
    </>
  );
}
