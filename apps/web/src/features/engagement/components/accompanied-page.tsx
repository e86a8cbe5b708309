import { formatDate } from "@lilink/i18n";
import { NoticeBox, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { LiveRefresh } from "#components/live-refresh.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import { PostingTitle } from "#features/posting/components/made-title.tsx";
import type { AccompaniedThread } from "../queries.ts";
import { ClientMessageForm } from "./client-message-form.tsx";

/** A thread as its adviser sees it: from when it was let in, and always with the name of its client. [AV6] */
export function AccompaniedPage({ thread }: { readonly thread: AccompaniedThread }) {
  const t = useTranslations("engagement.accompany");
  const common = useTranslations("common");
  const locale = useLocale();
  const nameOf = (body: AccompaniedThread["client"]) => (body ? organizationName(body, locale) : "");
  const client = nameOf(thread.client);
  const other = nameOf(thread.other);
  return (
    <>
      <LiveRefresh topics={["introduction", "notice"]} label={common("state.loading")} />
      <PageHeader
        up={
          thread.engagement ? (
            <TextLink href={`/clients/${thread.engagement}`}>
              <OwnWords>{client}</OwnWords>
            </TextLink>
          ) : (
            <TextLink href="/clients">{t("up")}</TextLink>
          )
        }
        title={
          thread.asked?.title ? (
            <PostingTitle concept={thread.asked.concept} title={thread.asked.title} />
          ) : (
            t("title")
          )
        }
        lead={
          <>
            <p className="text-ink">
              {t("for", { client })} · {t("with", { other })}
            </p>
            <p>{t("since", { date: formatDate(thread.letInAt, locale, "time") })}</p>
          </>
        }
      />
      <NoticeBox className="mb-6">{t("rule", { client })}</NoticeBox>
      <Section id="thread" title={t("thread")}>
        {thread.messages.length === 0 ? <p className="mb-4 text-muted">{t("empty")}</p> : null}
        <ol className="hairline-list border-y border-line empty:hidden">
          {thread.messages.map((message) => (
            <li key={message.id} className="py-3">
              <p className="mb-1 flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
                <span className="font-medium text-ink">
                  <OwnWords>{message.personName}</OwnWords>
                </span>
                <span>
                  {message.adviser
                    ? t("writes", {
                        body: nameOf({ publicId: "", ...message.adviser }),
                        client: message.side === thread.side ? client : other,
                      })
                    : message.side === thread.side
                      ? client
                      : other}
                </span>
                <time dateTime={message.createdAt.toISOString()} className="tabular-nums">
                  {formatDate(message.createdAt, locale, "time")}
                </time>
              </p>
              <p className="prose-measure whitespace-pre-wrap break-words">
                <OwnWords>{message.body}</OwnWords>
              </p>
            </li>
          ))}
        </ol>
        <ClientMessageForm publicId={thread.publicId} client={client} />
      </Section>
    </>
  );
}
