import { toShanghaiDate } from "@lilink/model/calendar";
import { batchStates } from "@lilink/model/trace/batch";
import { LinkTabs, PageHeader, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { CursorPages, ListHeading } from "#components/cursor-pages.tsx";
import { LinkTab } from "#components/link-tab.tsx";
import { BatchList } from "#features/batch/components/batch-list.tsx";
import { OpenForm } from "#features/batch/components/open-form.tsx";
import { readBatches } from "#features/batch/queries.ts";
import { NotYet } from "#features/introduction/components/not-yet.tsx";
import { requireMember } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("batch.list"))("title") };
}

export default async function BatchesPage({ searchParams }: PageProps<"/[locale]/batteries/batches">) {
  const viewer = await requireMember("/batteries/batches");
  if (!viewer.organization.verified) return <NotYet cause="unverified" />;
  const { state, cursor, row } = await searchParams;
  const wanted = batchStates.find((one) => one === state);
  const query = {
    ...(wanted && { state: wanted }),
    ...(typeof cursor === "string" ? { cursor } : {}),
  };
  const [t, names, page] = await Promise.all([
    getTranslations("batch"),
    getTranslations("nav.page"),
    readBatches(query),
  ]);
  return (
    <>
      <PageHeader
        title={t("list.title")}
        lead={t("list.lead")}
        up={<TextLink href="/batteries">{t("list.up")}</TextLink>}
        actions={
          <>
            <ButtonLink href="/batteries/tests">{names("batteryTests")}</ButtonLink>
            <ButtonLink href="/batteries/router">{names("batteryRouter")}</ButtonLink>
            <ButtonLink href="/batteries/rates">{names("batteryRates")}</ButtonLink>
          </>
        }
      />
      <LinkTabs label={t("list.filter")}>
        <LinkTab href="/batteries/batches" current={!wanted}>
          {t("list.all")}
        </LinkTab>
        {batchStates.map((one) => (
          <LinkTab
            key={one}
            href={{ pathname: "/batteries/batches", query: { state: one } }}
            current={one === wanted}
          >
            {t(`tab.${one}`)}
          </LinkTab>
        ))}
      </LinkTabs>
      {query.cursor === undefined ? null : (
        <h2 className="mb-3 text-lg">
          <ListHeading
            title={t(wanted ? `tab.${wanted}` : "list.title")}
            {...{ query, row, shown: page.items.length }}
          />
        </h2>
      )}
      <div className="mb-10">
        <BatchList rows={page.items} />
      </div>
      <CursorPages
        pathname="/batteries/batches"
        query={query}
        nextCursor={page.nextCursor}
        shown={page.items.length}
        row={row}
      />
      {viewer.organization.kind === "enterprise" ? (
        <Section id="open" title={t("list.open")}>
          <ClientMessages namespaces={["batch"]}>
            <OpenForm today={toShanghaiDate(new Date())} />
          </ClientMessages>
        </Section>
      ) : null}
    </>
  );
}
