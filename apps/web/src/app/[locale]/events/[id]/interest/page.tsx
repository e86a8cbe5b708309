import { formatDate } from "@lilink/i18n";
import { PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { InterestList } from "#features/event/components/interest-list.tsx";
import { readEvent } from "#features/event/queries.ts";
import { eventTitle } from "#features/event/view.ts";
import { requireViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("event.interest"))("title") };
}

export default async function EventInterest({ params }: PageProps<"/[locale]/events/[id]/interest">) {
  const { id } = await params;
  await requireViewer(`/events/${id}/interest`);
  const [view, t, locale] = await Promise.all([
    readEvent(id),
    getTranslations("event.interest"),
    getLocale(),
  ]);
  if (!view?.own || view.own.state === "withdrawn") notFound();
  const { event, interest, others } = view;
  return (
    <ClientMessages namespaces={["event"]}>
      <PageHeader
        up={<TextLink href={`/events/${id}`}>{eventTitle(event, locale)}</TextLink>}
        title={t("title")}
        lead={
          <>
            {t("lead")}{" "}
            {interest.open ? t("open", { day: formatDate(event.interestUntil, locale) }) : t("closed")}
          </>
        }
        badges={<span className="text-muted tabular-nums">{t("count", { count: others.length })}</span>}
      />
      <InterestList id={id} interest={interest} others={others} />
    </ClientMessages>
  );
}
