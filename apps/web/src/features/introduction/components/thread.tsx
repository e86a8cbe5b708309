import { formatDate } from "@lilink/i18n";
import { Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { OwnWords } from "#components/own-words.tsx";
import type { Introduction } from "../queries.ts";
import { MessageForm } from "./message-form.tsx";
import { MessageGloss } from "./message-gloss.tsx";

/** What both sides wrote, oldest first, and the next message. */
export function Thread({
  introduction,
  mayWrite,
}: {
  readonly introduction: Introduction;
  readonly mayWrite: boolean;
}) {
  const t = useTranslations("introduction.thread");
  const locale = useLocale();
  const { messages, side, state, publicId } = introduction;
  return (
    <Section id="thread" title={t("title")}>
      {messages.length === 0 && state === "accepted" ? <p className="mb-4 text-muted">{t("empty")}</p> : null}
      <ol className="hairline-list border-y border-line empty:hidden">
        {messages.map((message) => (
          <li key={message.id} className="py-3">
            <p className="mb-1 flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
              <span className="font-medium text-ink">
                <OwnWords>{message.personName}</OwnWords>
              </span>
              <span>{t(message.side === side ? "us" : "them")}</span>
              <time dateTime={message.createdAt.toISOString()} className="tabular-nums">
                {formatDate(message.createdAt, locale, "time")}
              </time>
            </p>
            <p className="prose-measure whitespace-pre-wrap break-words">
              <OwnWords>{message.body}</OwnWords>
            </p>
            <MessageGloss text={message.body} />
            {message.files.length > 0 ? (
              <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
                {message.files.map((file) => (
                  <li key={file.publicId}>
                    <a href={`/api/files/${file.publicId}`} className="text-link" download>
                      {file.name}
                    </a>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ol>
      {state === "ended" ? <p className="mt-4 text-muted">{t("closed")}</p> : null}
      {state === "accepted" && mayWrite ? <MessageForm publicId={publicId} /> : null}
    </Section>
  );
}
