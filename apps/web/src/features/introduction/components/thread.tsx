import { Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { organizationName } from "#features/organization/view.ts";
import type { Introduction } from "../queries.ts";
import { MessageForm } from "./message-form.tsx";
import { ThreadMessage } from "./thread-message.tsx";

/** What both sides wrote, oldest first, and the next message. */
export function Thread({
  introduction,
  mayWrite,
}: {
  readonly introduction: Introduction;
  readonly mayWrite: boolean;
}) {
  const t = useTranslations("introduction.thread");
  const advised = useTranslations("engagement.accompany");
  const whose = useTranslations("engagement.let");
  const locale = useLocale();
  const { messages, side, state, publicId } = introduction;
  return (
    <Section id="thread" title={t("title")}>
      {messages.length === 0 && state === "accepted" ? <p className="mb-4 text-muted">{t("empty")}</p> : null}
      <ol className="hairline-list border-y border-line empty:hidden">
        {messages.map(({ id, personName, side: by, createdAt, body, files, adviser }) => (
          <ThreadMessage
            key={id}
            name={personName}
            who={
              adviser
                ? advised("writes", {
                    body: organizationName(adviser, locale),
                    client: whose(by === side ? "us" : "them"),
                  })
                : t(by === side ? "us" : "them")
            }
            at={createdAt}
            body={body}
            files={files}
          />
        ))}
      </ol>
      {state === "ended" ? (
        <p className="mt-4 text-muted">{t(messages.length > 0 ? "closed" : "none")}</p>
      ) : null}
      {state === "accepted" && mayWrite ? <MessageForm kind="introduction" publicId={publicId} /> : null}
    </Section>
  );
}
