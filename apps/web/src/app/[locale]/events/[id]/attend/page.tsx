import { concepts } from "@lilink/model/chain";
import { NoticeBox, PageHeader } from "@lilink/ui";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { AttendForm } from "#features/event/components/attend-form.tsx";
import { readEvent } from "#features/event/queries.ts";
import { closedWord, eventTitle } from "#features/event/view.ts";
import { conceptOptions } from "#features/organization/view.ts";
import { requireViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("event.attend"))("title") };
}

export default async function EventAttend({ params }: PageProps<"/[locale]/events/[id]/attend">) {
  const { id } = await params;
  await requireViewer(`/events/${id}/attend`);
  const [view, t, panel, locale] = await Promise.all([
    readEvent(id),
    getTranslations("event.attend"),
    getTranslations("event.panel"),
    getLocale(),
  ]);
  if (!view) notFound();
  const { event, own, slots, mayAttend } = view;
  return (
    <ClientMessages namespaces={["event"]}>
      <PageHeader
        up={<TextLink href={`/events/${id}`}>{eventTitle(event, locale)}</TextLink>}
        title={t("title")}
        lead={mayAttend ? t("lead") : undefined}
      />
      {mayAttend ? (
        <AttendForm
          id={id}
          own={own}
          slots={slots}
          mostMeetings={event.mostMeetings}
          concepts={conceptOptions(concepts, locale)}
        />
      ) : (
        <NoticeBox tone="info" title={panel(closedWord(event.state) ?? "mayNot")}>
          <TextLink href={`/events/${id}`}>{t("toEvent")}</TextLink>
        </NoticeBox>
      )}
    </ClientMessages>
  );
}
